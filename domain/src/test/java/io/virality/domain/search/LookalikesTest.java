package io.virality.domain.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.virality.domain.creator.Origin;
import io.virality.domain.insight.Evidence;
import io.virality.domain.insight.Row;
import io.virality.domain.insight.Statement;
import io.virality.domain.search.Lookalikes.Near;
import io.virality.domain.search.Lookalikes.Trait;
import io.virality.domain.segment.Behaviour;
import io.virality.domain.segment.Behaviours;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is alike, beside plain arithmetic on the raw figures. */
class LookalikesTest {

    private static final int CREATORS = 41;

    private final long[] followers = new long[CREATORS];
    private final double[] rates = new double[CREATORS];
    private final Behaviours behaviours = behaviours();

    private Behaviours behaviours() {
        Random random = new Random(3);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < CREATORS; i++) {
            followers[i] = (long) Math.exp(6 + 2 * random.nextGaussian());
            rates[i] = .01 + .2 * random.nextDouble();
            Map<String, Object> row = new HashMap<>();
            row.put("handle", "creator" + i);
            row.put("followers", followers[i]);
            row.put("engagement_rate", rates[i]);
            rows.add(new Row(row));
        }
        return Behaviours.learnt(new Evidence(
                new Statement("sqlite", "select 1"), rows, Map.of(), CREATORS, 0, Optional.empty(), Origin.REAL));
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** In robust standard deviations from the median, of an odd number of values; never beyond 3. */
    private static double[] scores(double[] values) {
        double centre = median(values);
        double deviation = 1.4826
                * median(Arrays.stream(values)
                        .map(value -> Math.abs(value - centre))
                        .toArray());
        return Arrays.stream(values)
                .map(value -> Math.max(-3, Math.min(3, (value - centre) / deviation)))
                .toArray();
    }

    @Test
    void the_nearest_are_those_of_plain_arithmetic() {
        double[] sizes = scores(Arrays.stream(followers)
                .mapToDouble(count -> Math.log(1 + count))
                .toArray());
        double[] engagements = scores(Arrays.stream(rates).map(Math::log).toArray());
        int of = 7;
        List<Near> expected = new ArrayList<>();
        for (int i = 0; i < CREATORS; i++) {
            if (i != of) {
                double size = sizes[i] - sizes[of];
                double engagement = engagements[i] - engagements[of];
                expected.add(new Near(i, Math.sqrt((size * size + engagement * engagement) / 2)));
            }
        }
        expected.sort(Comparator.comparingDouble(Near::distance));
        List<Near> nearest = Lookalikes.nearest(behaviours, of, 10);
        assertEquals(10, nearest.size());
        for (int i = 0; i < 10; i++) {
            assertEquals(expected.get(i).place(), nearest.get(i).place());
            assertEquals(expected.get(i).distance(), nearest.get(i).distance(), 1e-3);
        }
        int other = nearest.get(9).place();
        for (Trait trait : Lookalikes.traits(behaviours, of, other)) {
            boolean size = trait.behaviour() == Behaviour.FOLLOWERS;
            assertEquals(size ? followers[of] : rates[of], trait.own());
            assertEquals(size ? followers[other] : rates[other], trait.other());
            assertEquals(
                    size ? sizes[other] - sizes[of] : engagements[other] - engagements[of], trait.difference(), 1e-3);
        }
    }

    @Test
    void a_creator_is_known_by_its_handle() {
        assertEquals(OptionalInt.of(7), Lookalikes.place(behaviours, "creator7"));
        assertEquals(OptionalInt.empty(), Lookalikes.place(behaviours, "nobody"));
    }
}
