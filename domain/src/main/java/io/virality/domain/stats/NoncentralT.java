package io.virality.domain.stats;

/**
 * The distribution of a t statistic where there is an effect. Its probabilities are integrals over the estimated deviation
 * of those of the normal distribution (Johnson, Kotz and Balakrishnan, Continuous Univariate Distributions 2, chapter 31).
 *
 * @param freedom degrees of freedom, at least 1
 * @param noncentrality the effect, in standard errors
 */
public record NoncentralT(double freedom, double noncentrality) {

    private static final int STEPS = 4_000;
    private static final double REACH = 12;

    /** The chance of a value above this one. */
    public double above(double value) {
        double reach = REACH / Math.sqrt(2 * freedom);
        double low = Math.max(0, 1 - reach);
        double step = (1 + reach - low) / STEPS;
        double all = 0;
        double above = 0;
        for (int i = 0; i <= STEPS; i++) {
            double scale = low + i * step;
            double simpson = i == 0 || i == STEPS ? 1 : i % 2 == 1 ? 4 : 2;
            double weight = simpson * density(scale);
            all += weight;
            above += weight * Normal.above(value * scale - noncentrality);
        }
        return above / all;
    }

    /** Of the ratio of the estimated to the true deviation, but for a constant. */
    private double density(double scale) {
        return scale == 0
                ? freedom == 1 ? Math.exp(.5) : 0
                : Math.exp((freedom - 1) * Math.log(scale) - freedom * (scale * scale - 1) / 2);
    }
}
