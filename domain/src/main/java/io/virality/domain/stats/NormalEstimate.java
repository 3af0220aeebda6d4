package io.virality.domain.stats;

/**
 * An estimate that is nearly normal.
 *
 * @param value the estimate
 * @param error its standard error, above 0
 */
record NormalEstimate(double value, double error) implements Estimate {

    @Override
    public Interval interval(double confidence) {
        double width = Normal.exceeded((1 - confidence) / 2) * error;
        return new Interval(value - width, value + width, confidence);
    }

    @Override
    public double pValue(double reference) {
        return 2 * Normal.above(Math.abs(value - reference) / error);
    }
}
