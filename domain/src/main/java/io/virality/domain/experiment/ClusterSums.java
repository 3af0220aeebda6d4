package io.virality.domain.experiment;

import java.util.List;

/** What clusters come to when each of them is one unit. */
final class ClusterSums {

    private ClusterSums() {}

    static List<ClusterRobust.Cluster> means(List<Moments> clusters) {
        return clusters.stream()
                .map(cluster -> new ClusterRobust.Cluster(cluster.n(), cluster.mean(0)))
                .toList();
    }

    /**
     * Sums over clusters as a ratio metric: what is above the line by what is below; with a mean, the units are below.
     *
     * @param alike statistics of the units, which say how a cluster's variables are to be taken
     */
    static SufficientStatistics of(SufficientStatistics alike, List<Moments> clusters) {
        boolean ratio = alike instanceof RatioStatistics || alike instanceof AdjustedRatioStatistics;
        boolean adjusted = alike instanceof AdjustedStatistics || alike instanceof AdjustedRatioStatistics;
        Moments.Counter counter = new Moments.Counter(new boolean[adjusted ? 4 : 2]);
        for (Moments cluster : clusters) {
            double n = cluster.n();
            double above = n * cluster.mean(0);
            double below = ratio ? n * cluster.mean(1) : n;
            if (!adjusted) {
                counter.add(above, below);
            } else if (ratio) {
                counter.add(new double[] {above, below, n * cluster.mean(2), n * cluster.mean(3)});
            } else {
                counter.add(new double[] {above, below, n * cluster.mean(1), n});
            }
        }
        return adjusted ? new AdjustedRatioStatistics(counter.moments()) : new RatioStatistics(counter.moments());
    }

    /** What each cluster has above the line. */
    static double[] above(List<Moments> clusters) {
        return clusters.stream().mapToDouble(each -> each.n() * each.mean(0)).toArray();
    }

    /** What each cluster has below the line: with a mean, its units. */
    static double[] below(SufficientStatistics alike, List<Moments> clusters) {
        boolean ratio = alike instanceof RatioStatistics || alike instanceof AdjustedRatioStatistics;
        return clusters.stream()
                .mapToDouble(each -> ratio ? each.n() * each.mean(1) : each.n())
                .toArray();
    }

    /** The arm's value when one cluster after the other is left out. */
    static double[] valuesWithoutEach(SufficientStatistics alike, List<Moments> clusters) {
        double[] above = above(clusters);
        double[] below = below(alike, clusters);
        double allAbove = 0;
        double allBelow = 0;
        for (int i = 0; i < above.length; i++) {
            allAbove += above[i];
            allBelow += below[i];
        }
        double[] values = new double[above.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (allAbove - above[i]) / (allBelow - below[i]);
        }
        return values;
    }
}
