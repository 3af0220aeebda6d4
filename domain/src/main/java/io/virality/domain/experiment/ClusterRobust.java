package io.virality.domain.experiment;

import java.util.List;

/**
 * Two arms to which whole clusters were dealt: creators with all their followers. Units of one cluster are alike, so that
 * there is less to learn from them than from as many units of their own. The estimate is the difference of the means of
 * all units; its variance is that of Bell and McCaffrey, "Bias reduction in standard errors for linear regression with
 * multi-stage samples", Survey Methodology 28 (2002) (CR2), with their degrees of freedom by Satterthwaite. With nothing
 * but the arm to explain the outcome, both are sums over clusters.
 */
public final class ClusterRobust {

    private final Arm control;
    private final Arm treatment;

    /**
     * All that is needed of a cluster.
     *
     * @param units how many it has, above 0
     * @param mean of their values
     */
    public record Cluster(long units, double mean) {}

    /**
     * Compares two arms.
     *
     * @throws IllegalArgumentException if an arm has fewer than two clusters: nothing tells how they vary then
     */
    public ClusterRobust(List<Cluster> control, List<Cluster> treatment) {
        this.control = Arm.of(control);
        this.treatment = Arm.of(treatment);
    }

    /**
     * Sums over the clusters of an arm.
     *
     * @param variance of the mean by the residuals as they are, which are too small: CR0
     * @param corrected CR2
     * @param freedom the part of the degrees of freedom
     */
    private record Arm(int clusters, double units, double mean, double variance, double corrected, double freedom) {

        static Arm of(List<Cluster> clusters) {
            if (clusters.size() < 2) {
                throw new IllegalArgumentException("an arm of fewer than two clusters: " + clusters);
            }
            double units = clusters.stream().mapToDouble(Cluster::units).sum();
            double mean = clusters.stream()
                            .mapToDouble(cluster -> cluster.units() * cluster.mean())
                            .sum()
                    / units;
            double variance = 0;
            double corrected = 0;
            double squares = 0;
            double leveraged = 0;
            double leveragedSquares = 0;
            for (Cluster cluster : clusters) {
                double share = cluster.units() / units;
                double residual = share * (cluster.mean() - mean);
                double leverage = share * share / (1 - share);
                variance += residual * residual;
                corrected += residual * residual / (1 - share);
                squares += share * share;
                leveraged += leverage;
                leveragedSquares += leverage * leverage;
            }
            // The sum of squares of the matrix whose entries are the covariances of what clusters contribute.
            double freedom = (squares + leveraged * leveraged - leveragedSquares) / (units * units);
            return new Arm(clusters.size(), units, mean, variance, corrected, freedom);
        }
    }

    /** The difference of the means of all units. */
    public double difference() {
        return treatment.mean - control.mean;
    }

    /** Its standard error: CR2. */
    public double error() {
        return Math.sqrt(control.corrected + treatment.corrected);
    }

    /** The degrees of freedom of the standard error. */
    public double freedom() {
        double trace = 1 / control.units + 1 / treatment.units;
        return trace * trace / (control.freedom + treatment.freedom);
    }

    /** The standard error without any correction for few clusters: CR0. */
    public double uncorrectedError() {
        return Math.sqrt(control.variance + treatment.variance);
    }

    /** The standard error with the correction that Stata uses: CR1. */
    public double scaledError() {
        double clusters = clusters();
        double units = control.units + treatment.units;
        return uncorrectedError() * Math.sqrt(clusters / (clusters - 1) * (units - 1) / (units - 2));
    }

    /** The standard error as that of a ratio metric, with a cluster as the unit: for forty clusters and more per arm. */
    public double ratioError() {
        return Math.sqrt(control.variance * control.clusters / (control.clusters - 1)
                + treatment.variance * treatment.clusters / (treatment.clusters - 1));
    }

    /** How many clusters there are in both arms. */
    public int clusters() {
        return control.clusters + treatment.clusters;
    }

    /** The effect, for any engine: clusters are its units. */
    public Comparison compare(Difference difference) {
        if (!(control.corrected > 0 && treatment.corrected > 0)) {
            return Incomparable.WITHOUT_VARIANCE;
        }
        if (control.mean == 0) {
            return Incomparable.WITHOUT_BASELINE;
        }
        double scale = difference == Difference.ABSOLUTE ? 1 : Math.abs(control.mean);
        double ratio = difference == Difference.ABSOLUTE ? 1 : treatment.mean / control.mean;
        double error = Math.sqrt(control.corrected * ratio * ratio + treatment.corrected) / scale;
        return new Effect(
                difference, difference() / scale, error, freedom(), clusters(), control.mean, Effect.Adjustment.NONE);
    }
}
