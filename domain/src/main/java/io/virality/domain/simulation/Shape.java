package io.virality.domain.simulation;

import io.virality.domain.experiment.Metric;
import java.util.List;

/**
 * What a simulated experiment is like.
 *
 * @param outcome what is measured of a unit
 * @param effect by what part the other variations lie above the control; 0 for an A/A test
 * @param weights the planned share of each variation, the control first
 * @param units how many are dealt to all variations until the end
 * @param looks how often the experiment is looked at, after as many units each time
 * @param clusters whether units are dealt one by one or as parts of something larger
 * @param lost what part of the units of the other variations never arrives: a sample-ratio mismatch
 */
public record Shape(
        Outcome outcome, double effect, List<Double> weights, long units, int looks, Clusters clusters, double lost) {

    /**
     * What is measured of a unit.
     *
     * @param kind a share, a mean, a count (Poisson) or a ratio of two sums
     * @param mean of the control; the share of a proportion, and of a ratio what is above for one below
     * @param deviation of a unit; not looked at for proportions and counts, which have their own
     * @param skewed whether a mean is log-normal instead of normal
     * @param correlation with the same measure from before, to adjust by; 0 for none
     */
    public record Outcome(Metric.Kind kind, double mean, double deviation, boolean skewed, double correlation) {

        /** @throws IllegalArgumentException if a number is out of its range */
        public Outcome {
            boolean drawn = kind == Metric.Kind.MEAN || kind == Metric.Kind.RATIO;
            require(mean > 0 && Double.isFinite(mean), "a control's value above 0, not " + mean);
            require(kind != Metric.Kind.PROPORTION || mean < 1, "a share below 1, not " + mean);
            require(kind != Metric.Kind.COUNT || mean <= 500, "a mean count of at most 500, not " + mean);
            require(!drawn || deviation > 0 && Double.isFinite(deviation), "a deviation above 0, not " + deviation);
            require(!skewed || kind == Metric.Kind.MEAN, "no skewed " + kind.id() + ": only means can be that");
            require(correlation >= 0 && correlation < 1, "a correlation of at least 0 and below 1, not " + correlation);
        }

        /** Units that do something or do not. */
        public static Outcome share(double rate) {
            return new Outcome(Metric.Kind.PROPORTION, rate, 0, false, 0);
        }

        /** Normal values. */
        public static Outcome normal(double mean, double deviation) {
            return new Outcome(Metric.Kind.MEAN, mean, deviation, false, 0);
        }

        /** Sums above and below a line, the latter skewed. */
        public static Outcome ratio(double ratio, double deviation) {
            return new Outcome(Metric.Kind.RATIO, ratio, deviation, false, 0);
        }

        /** The same with a measure from before. */
        public Outcome correlated(double correlation) {
            return new Outcome(kind, mean, deviation, skewed, correlation);
        }

        boolean adjusted() {
            return correlation > 0;
        }
    }

    /**
     * What units are parts of.
     *
     * @param size how many units a cluster has on average: any number from 1 to nearly twice as many is as likely; 1 where
     *     units are dealt one by one
     * @param correlation of two units of one cluster
     */
    public record Clusters(int size, double correlation) {

        /** Units are dealt one by one. */
        public static final Clusters NONE = new Clusters(1, 0);

        /** @throws IllegalArgumentException if a number is out of its range, or single units are correlated */
        public Clusters {
            require(size >= 1, "clusters of at least 1 unit, not " + size);
            require(
                    correlation >= 0 && correlation < 1,
                    "an intra-cluster correlation of at least 0 and below 1, not " + correlation);
            require(size > 1 || correlation == 0, "clusters of more than one unit, for these to be correlated");
        }

        boolean any() {
            return size > 1;
        }
    }

    /** @throws IllegalArgumentException if a number is out of its range */
    public Shape {
        weights = List.copyOf(weights);
        require(weights.size() >= 2, "at least two weights: of the control and of a variation");
        require(weights.stream().allMatch(weight -> weight > 0 && Double.isFinite(weight)), "weights above 0");
        require(effect > -1 && Double.isFinite(effect), "an effect above −1, not " + effect);
        require(
                outcome.kind() != Metric.Kind.PROPORTION || outcome.mean() * (1 + effect) <= 1,
                "an effect that leaves the share at 1 or below, not " + effect);
        require(looks >= 1, "at least one look, not " + looks);
        require(units / looks / clusters.size() >= 2L * weights.size(), "more units from look to look");
        require(lost >= 0 && lost < 1, "a lost part of at least 0 and below 1, not " + lost);
    }

    /** Two equal halves, looked at once, at the end. */
    public static Shape of(Outcome outcome, long units) {
        return new Shape(outcome, 0, List.of(1.0, 1.0), units, 1, Clusters.NONE, 0);
    }

    /** The same with another effect. */
    public Shape with(double otherEffect) {
        return new Shape(outcome, otherEffect, weights, units, looks, clusters, lost);
    }

    /** The same with other weights. */
    public Shape with(List<Double> otherWeights) {
        return new Shape(outcome, effect, otherWeights, units, looks, clusters, lost);
    }

    /** The same in clusters. */
    public Shape with(Clusters otherClusters) {
        return new Shape(outcome, effect, weights, units, looks, otherClusters, lost);
    }

    /** The same, looked at so often. */
    public Shape lookedAt(int times) {
        return new Shape(outcome, effect, weights, units, times, clusters, lost);
    }

    /** By how much the other variations truly lie above the control, on the metric's scale. */
    public double difference() {
        return outcome.mean() * effect;
    }

    private static void require(boolean condition, String what) {
        if (!condition) {
            throw new IllegalArgumentException("it needs " + what);
        }
    }
}
