package io.virality.domain.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.virality.domain.ForManySeeds;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RobustScaleTest {

    @Test
    void scores_agree_with_scipy() throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                RobustScaleTest.class.getResourceAsStream("robust_scores.csv"), StandardCharsets.UTF_8))) {
            String[][] rows = lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .skip(1)
                    .map(line -> line.split(","))
                    .toArray(String[][]::new);
            assertEquals(10, rows.length);
            for (String[] row : rows) {
                double[] values = Arrays.stream(row[0].split(" "))
                        .mapToDouble(Double::parseDouble)
                        .toArray();
                RobustScale scale = RobustScale.of(values).orElseThrow();
                assertEquals(Double.parseDouble(row[1]), scale.deviation(), 1e-12);
                assertEquals(Double.parseDouble(row[3]), scale.score(Double.parseDouble(row[2])), 1e-9);
            }
        }
    }

    @ForManySeeds
    void the_deviation_is_the_middle_of_the_distances_from_the_median(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = random.doubles(2 + random.nextInt(100))
                .map(value -> random.nextBoolean() ? value : Math.rint(10 * value))
                .toArray();
        double median = Sample.of(values).median();
        double[] distances =
                Arrays.stream(values).map(value -> Math.abs(value - median)).toArray();
        double deviation = Sample.of(distances).median();

        Optional<RobustScale> scale = RobustScale.of(values);
        assertEquals(deviation > 0, scale.isPresent());
        scale.ifPresent(found -> {
            assertEquals(median, found.centre(), 1e-15 * (1 + median));
            assertEquals(deviation, found.deviation(), 1e-15 * (1 + deviation));
        });
    }

    @ForManySeeds
    void at_is_the_inverse_of_score(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        RobustScale scale = new RobustScale(random.nextDouble() - .5, random.nextDouble() + .01);
        double score = 10 * random.nextDouble() - 5;
        assertEquals(score, scale.score(scale.at(score)), 1e-12);
    }

    @Test
    void equal_values_have_no_scale() {
        assertEquals(Optional.empty(), RobustScale.of(2, 2, 2, 9));
        assertThrows(IllegalArgumentException.class, () -> new RobustScale(2, 0));
    }

    @Test
    void the_share_up_to_a_value_counts_it() {
        Sample sample = Sample.of(1, 2, 2, 3);
        assertEquals(0, sample.shareUpTo(.5));
        assertEquals(.25, sample.shareUpTo(1));
        assertEquals(.75, sample.shareUpTo(2));
        assertEquals(.75, sample.shareUpTo(2.5));
        assertEquals(1, sample.shareUpTo(7));
    }
}
