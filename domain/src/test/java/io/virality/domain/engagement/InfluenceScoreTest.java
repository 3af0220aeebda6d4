package io.virality.domain.engagement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.virality.domain.ForManySeeds;
import io.virality.domain.engagement.InfluenceScore.Part;
import io.virality.domain.engagement.InfluenceScore.Weights;
import java.util.EnumMap;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class InfluenceScoreTest {

    @Test
    void it_is_the_weighted_mean_of_the_percentiles() {
        InfluenceScore score = InfluenceScore.of(
                percentiles(1, .5, .2, .4, .6, .8), Weights.parse("reach:50, engagement:25, growth:25"));

        assertEquals(50 + 12.5 + 10, score.total().orElseThrow(), 1e-12);
        assertEquals(12.5, score.share(Part.ENGAGEMENT).contribution(), 1e-12);
        assertEquals(0, score.share(Part.COMMERCE).contribution());
        assertEquals(List.of(), score.leftOut());
    }

    @Test
    void what_is_not_known_is_left_out_and_the_others_weigh_the_more() {
        InfluenceScore score = InfluenceScore.of(percentiles(1, .5, 0, -1, -1, -1), Weights.STANDARD);

        assertEquals(List.of(Part.GROWTH, Part.AUTHENTICITY, Part.COMMERCE), score.leftOut());
        assertEquals(100 * (25 + 12.5) / 65, score.total().orElseThrow(), 1e-12);
    }

    @Test
    void too_few_parts_are_no_score() {
        assertEquals(
                OptionalDouble.empty(),
                InfluenceScore.of(percentiles(1, .5, -1, -1, -1, -1), Weights.STANDARD)
                        .total());
    }

    @Test
    void who_asks_for_one_part_alone_gets_it() {
        assertEquals(
                50,
                InfluenceScore.of(percentiles(1, .5, -1, -1, -1, -1), Weights.parse("engagement:1"))
                        .total()
                        .orElseThrow());
    }

    @ForManySeeds
    void contributions_sum_exactly_to_a_score_between_0_and_100(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = random.doubles(6)
                .map(value -> random.nextInt(4) == 0 ? -1 : value)
                .toArray();
        EnumMap<Part, Integer> weights = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            weights.put(part, random.nextInt(1, 1_000));
        }
        InfluenceScore score = InfluenceScore.of(percentiles(values), new Weights(weights));

        score.total().ifPresent(total -> {
            double sum = 0;
            for (InfluenceScore.Share share : score.shares()) {
                sum += share.contribution();
                assertEquals(share.percentile().isEmpty(), share.contribution() == 0);
            }
            assertEquals(sum, total);
            assertTrue(total >= 0 && total <= 100 + 1e-9, String.valueOf(total));
        });
    }

    @Test
    void weights_are_read_as_they_are_written() {
        assertEquals(Weights.STANDARD, Weights.parse(Weights.STANDARD.toString()));
        assertEquals(0, Weights.parse("reach:1").of(Part.COMMERCE));
        for (String wrong : List.of("", "reach", "reach:-1", "reach:1,reach:2", "charm:5", "reach:0", "reach:1001")) {
            assertThrows(IllegalArgumentException.class, () -> Weights.parse(wrong), wrong);
        }
    }

    /** Below 0 is not known. */
    private static ToDoubleFunction<Part> percentiles(double... values) {
        return part -> values[part.ordinal()] < 0 ? Double.NaN : values[part.ordinal()];
    }
}
