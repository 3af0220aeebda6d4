package io.virality.ml;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.inject.Guice;
import io.virality.application.port.CreatorSegmenter;
import io.virality.domain.segment.Method;
import io.virality.domain.segment.SegmentSearch;
import io.virality.domain.segment.SegmentSearch.Found;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Groups are found where they are planted, and not where there are none. */
class PlantedSegmentsTest {

    /** So many by default, as each takes a second: 200 with {@code -DargLine=-Dvirality.seeds=200}. */
    private static final int SEEDS = Integer.getInteger("virality.seeds", 5);

    private final CreatorSegmenter segmenter =
            Guice.createInjector(new MlModule()).getInstance(CreatorSegmenter.class);

    private Found search(double[][] rows, Method.Kind kind, long seed) {
        return new SegmentSearch(segmenter::group, progress -> {}).search(rows, kind, OptionalInt.empty(), seed);
    }

    @ParameterizedTest
    @EnumSource(Method.Kind.class)
    void planted_groups_are_found_seeds_1_to_5(Method.Kind kind) {
        long found = IntStream.rangeClosed(1, SEEDS)
                .filter(seed -> {
                    Random random = new Random(seed);
                    PlantedGroups planted = PlantedGroups.of(2 + seed % 4, 300, 6, 7, random);
                    Found search = search(planted.rows(), kind, seed);
                    double index =
                            planted.adjustedRand(search.grouping().partition().groupOf());
                    return search.holds() && index > .8;
                })
                .count();
        assertTrue(found >= .8 * SEEDS, found + " of " + SEEDS);
    }

    @ParameterizedTest
    @EnumSource(Method.Kind.class)
    void where_there_are_no_groups_none_hold_seeds_1_to_5(Method.Kind kind) {
        long found = IntStream.rangeClosed(1, SEEDS)
                .filter(seed -> {
                    PlantedGroups none = PlantedGroups.none(300, 6, new Random(seed));
                    return search(none.rows(), kind, seed).holds();
                })
                .count();
        assertTrue(found <= .05 * SEEDS, found + " of " + SEEDS);
    }
}
