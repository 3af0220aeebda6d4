package io.virality.domain.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.virality.domain.experiment.ClusterRobust.Cluster;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ClusterRobustTest {

    /** With clusters of one size, what counts is the clusters' means: Student's test of them. */
    @Test
    void clusters_of_one_size_are_compared_by_their_means() {
        ClusterRobust robust = new ClusterRobust(
                List.of(new Cluster(9, 1), new Cluster(9, 2), new Cluster(9, 6)),
                List.of(new Cluster(9, 4), new Cluster(9, 5), new Cluster(9, 9)));

        assertEquals(3, robust.difference(), 1e-12);
        assertEquals(Math.sqrt(2 * 7 / 3.0), robust.error(), 1e-12);
        assertEquals(4, robust.freedom(), 1e-12);
        assertEquals(robust.error(), robust.ratioError(), 1e-12);
    }

    @Test
    void a_relative_effect_is_as_sure_as_the_absolute_one_where_there_is_none() {
        ClusterRobust robust = new ClusterRobust(
                List.of(new Cluster(3, 9), new Cluster(5, 11), new Cluster(2, 10)),
                List.of(new Cluster(3, 9), new Cluster(5, 11), new Cluster(2, 10)));

        Effect absolute = (Effect) robust.compare(Difference.ABSOLUTE);
        Effect relative = (Effect) robust.compare(Difference.RELATIVE);

        assertEquals(absolute.standardError() / absolute.baseline(), relative.standardError(), 1e-12);
    }

    /** The band cluster-aa of the shared properties, at a quarter of its size. */
    @Test
    void without_an_effect_the_naive_test_of_seed_3_fails_and_the_robust_one_holds() {
        SplittableRandom random = new SplittableRandom(3);
        FixedTest test = new FixedTest(.05, Alternative.TWO_SIDED);
        int naive = 0;
        int robust = 0;
        for (int i = 0; i < 1_000; i++) {
            Group control = Group.drawn(20, random);
            Group treatment = Group.drawn(20, random);
            naive += rejected(test, Comparison.of(control.statistics(), treatment.statistics(), Difference.ABSOLUTE));
            robust += rejected(
                    test, new ClusterRobust(control.clusters, treatment.clusters).compare(Difference.ABSOLUTE));
        }
        assertTrue(naive >= 200, naive + " of 1000");
        assertTrue(robust >= 25 && robust <= 78, robust + " of 1000");
    }

    @Test
    void a_single_cluster_tells_nothing_of_how_clusters_vary() {
        List<Cluster> one = List.of(new Cluster(3, 9));
        assertThrows(IllegalArgumentException.class, () -> new ClusterRobust(one, one));
    }

    private static int rejected(FixedTest test, Comparison comparison) {
        return test.judge((Effect) comparison).p() < .05 ? 1 : 0;
    }

    /** Clusters of about thirty units, a tenth of whose variance they share. */
    private record Group(List<Cluster> clusters, Moments.Counter units) {

        static Group drawn(int clusters, SplittableRandom random) {
            Group group = new Group(new ArrayList<>(), new Moments.Counter(false));
            for (int i = 0; i < clusters; i++) {
                double shared = Math.sqrt(.1) * random.nextGaussian();
                int size = 15 + random.nextInt(31);
                double sum = 0;
                for (int j = 0; j < size; j++) {
                    double value = 10 + shared + Math.sqrt(.9) * random.nextGaussian();
                    group.units.add(value);
                    sum += value;
                }
                group.clusters.add(new Cluster(size, sum / size));
            }
            return group;
        }

        MeanStatistics statistics() {
            return new MeanStatistics(units.moments());
        }
    }
}
