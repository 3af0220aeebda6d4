package io.virality.domain.experiment;

/**
 * Of a mean of all units; also of a count of events by unit.
 *
 * @param moments of one variable
 */
public record MeanStatistics(Moments moments) implements SufficientStatistics {

    /** @throws IllegalArgumentException if there is more than one variable */
    public MeanStatistics {
        Variables.are(1, moments);
    }

    /** Of sums, as a database gives them. */
    public static MeanStatistics ofSums(long n, double sum, double sumOfSquares) {
        return new MeanStatistics(
                Moments.ofSums(n, new boolean[1], new double[] {sum}, new double[][] {{sumOfSquares}}));
    }

    /** Of values that are all at hand. */
    public static MeanStatistics of(double... values) {
        Moments.Counter counter = new Moments.Counter(false);
        for (double value : values) {
            counter.add(value);
        }
        return new MeanStatistics(counter.moments());
    }

    /** Of what a report tells: the mean, and the variance with n − 1. */
    public static MeanStatistics ofSummary(long n, double mean, double variance) {
        return new MeanStatistics(Moments.ofSummary(n, mean, variance));
    }

    /** Of the units of both, which have none in common. */
    public MeanStatistics plus(MeanStatistics other) {
        return new MeanStatistics(moments.plus(other.moments));
    }

    @Override
    public long units() {
        return moments.n();
    }

    @Override
    public double value() {
        return moments.mean(0);
    }

    @Override
    public double variance() {
        return moments.variance(0);
    }
}
