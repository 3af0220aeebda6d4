package io.virality.ml;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.inject.Guice;
import io.virality.application.Failure;
import io.virality.application.port.CreatorSegmenter;
import io.virality.domain.segment.Grouping;
import io.virality.domain.segment.Method;
import io.virality.domain.segment.Partition;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TribuoCreatorSegmenterTest {

    private final CreatorSegmenter segmenter =
            Guice.createInjector(new MlModule()).getInstance(CreatorSegmenter.class);

    private final PlantedGroups planted = PlantedGroups.of(3, 400, 8, 8, new Random(1));
    private final double[][] probes =
            PlantedGroups.of(3, 50, 8, 8, new Random(2)).rows();

    private static Method method(Method.Kind kind) {
        return new Method(kind, kind == Method.Kind.KMEANS ? 3 : 20);
    }

    @ParameterizedTest
    @EnumSource(Method.Kind.class)
    void training_again_on_the_same_rows_with_the_same_seed_gives_equal_predictions(Method.Kind kind) {
        byte[] one = segmenter.group(planted.rows(), method(kind), 7).payload();
        byte[] other = segmenter.group(planted.rows(), method(kind), 7).payload();
        assertArrayEquals(
                segmenter.assign(one, probes).groupOf(),
                segmenter.assign(other, probes).groupOf());
    }

    @ParameterizedTest
    @EnumSource(Method.Kind.class)
    void a_stored_model_says_of_its_rows_what_the_training_said(Method.Kind kind) {
        Grouping grouping = segmenter.group(planted.rows(), method(kind), 7);
        Partition assigned = segmenter.assign(grouping.payload(), planted.rows());
        assertEquals(3, assigned.groups());
        assertTrue(planted.adjustedRand(assigned.groupOf()) > .9);
        if (kind == Method.Kind.KMEANS) {
            assertArrayEquals(grouping.partition().groupOf(), assigned.groupOf());
        }
    }

    @Test
    void rows_between_the_groups_belong_to_none() {
        byte[] payload =
                segmenter.group(planted.rows(), method(Method.Kind.HDBSCAN), 7).payload();
        double[] far = new double[8];
        Arrays.fill(far, 40);
        assertEquals(
                Partition.NONE, segmenter.assign(payload, new double[][] {far}).groupOf()[0]);
    }

    @ParameterizedTest
    @EnumSource(Method.Kind.class)
    void rows_that_are_all_alike_or_few_are_no_error(Method.Kind kind) {
        double[][] alike = new double[30][4];
        assertEquals(30, segmenter.group(alike, method(kind), 1).partition().groupOf().length);
        double[][] few = {{1, 2}, {3, 4}};
        assertEquals(2, segmenter.group(few, method(kind), 1).partition().groupOf().length);
    }

    @Test
    void a_payload_that_is_none_is_said_to_be() {
        Failure failure = assertThrows(Failure.class, () -> segmenter.assign(new byte[] {1, 2, 3}, probes));
        assertTrue(failure.getMessage().contains("train it again"), failure.getMessage());
    }
}
