package io.virality.domain.experiment;

/**
 * Of a ratio of two sums over the units, such as sales a view where units are creators. Its variance is by the delta
 * method (Deng, Knoblich and Lu, "Applying the delta method in metric analytics", KDD 2018).
 *
 * @param moments of two variables: what stands above, and what below
 */
public record RatioStatistics(Moments moments) implements SufficientStatistics {

    /** @throws IllegalArgumentException if there are not two variables */
    public RatioStatistics {
        Variables.are(2, moments);
    }

    /** Of the units of both, which have none in common. */
    public RatioStatistics plus(RatioStatistics other) {
        return new RatioStatistics(moments.plus(other.moments));
    }

    @Override
    public long units() {
        return moments.n();
    }

    /** 0 also where the sum below is 0. */
    @Override
    public double value() {
        return moments.mean(1) == 0 ? 0 : moments.mean(0) / moments.mean(1);
    }

    /** 0 also where the sum below is 0. */
    @Override
    public double variance() {
        double below = moments.mean(1);
        double ratio = value();
        return below == 0
                ? 0
                : (moments.variance(0) - 2 * ratio * moments.covariance(0, 1) + ratio * ratio * moments.variance(1))
                        / (below * below);
    }
}
