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
