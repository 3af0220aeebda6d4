package io.virality.domain.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BetaQuantilesTest {

    @ParameterizedTest
    @CsvSource({"50,51", "50,400", "500,500", "50000,50001"})
    void interpolates_what_the_distribution_says(double alpha, double beta) {
        BetaDistribution distribution = BetaDistribution.of(alpha, beta);
        DoubleUnaryOperator quantiles = BetaQuantiles.of(alpha, beta);
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 500; i++) {
            double probability = random.nextDouble();
            assertEquals(
                    distribution.inverseCumulativeProbability(probability), quantiles.applyAsDouble(probability), 1e-8);
        }
    }

    @Test
    void the_far_tails_are_not_extrapolated() {
        BetaDistribution distribution = BetaDistribution.of(500, 501);
        for (double probability : new double[] {1e-9, 1e-6, 1 - 1e-6}) {
            assertEquals(
                    distribution.inverseCumulativeProbability(probability),
                    BetaQuantiles.of(500, 501).applyAsDouble(probability));
        }
    }
}
