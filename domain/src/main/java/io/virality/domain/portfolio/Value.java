package io.virality.domain.portfolio;

import io.virality.domain.stats.Normal;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * What one video of a creator is worth, in units of the budget's currency: log-normal, as views are. Nobody's fortune
 * depends on another's: a bad season for all is not in it.
 *
 * @param expected the mean
 * @param spread by how much videos of the creator differ: standard deviation of the logarithm
 * @param doubt how badly its mean logarithm is known: standard error
 */
public record Value(double expected, double spread, double doubt) {

    private static final int POINTS = 200;

    /** The standard normal distribution as values of equal chance. */
    private static final double[] NORMAL = IntStream.range(0, POINTS)
            .mapToDouble(i -> Normal.exceeded(1 - (i + .5) / POINTS))
            .toArray();

    /** @throws IllegalArgumentException if one is negative or no finite number */
    public Value {
        for (double part : new double[] {expected, spread, doubt}) {
            if (!(part >= 0 && part < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("not a value: " + expected + ", " + spread + ", " + doubt);
            }
        }
    }

    /**
     * The sure amount that is as good as this value to whoever fears losses of the size of {@code tolerance}: minus
     * tolerance × ln of the mean of exp(−value ÷ tolerance), the certainty equivalent of exponential utility. Of
     * independent values it adds up, which is what lets a cautious choice be made by a linear program.
     *
     * @param tolerance above 0; infinite for the mean
     */
    public double certainty(double tolerance) {
        if (Double.isInfinite(tolerance) || expected == 0) {
            return expected;
        }
        double total = 0;
        double weighed = 0;
        for (double normal : NORMAL) {
            double factor = Math.exp(noise() * normal);
            total += factor;
        }
        // Scaled, so that the mean of the values is the mean.
        double scale = expected * POINTS / total;
        double least = scale * Math.exp(noise() * NORMAL[0]);
        for (double normal : NORMAL) {
            weighed += Math.exp((least - scale * Math.exp(noise() * normal)) / tolerance);
        }
        return least - tolerance * Math.log(weighed / POINTS);
    }

    /** What one video may turn out to be worth; its mean is the mean. */
    public double drawn(SplittableRandom random) {
        return expected * logNormal(noise(), random);
    }

    /** The value as it might be thought to be, had other videos of the creator been seen. */
    public Value redrawn(SplittableRandom random) {
        return new Value(expected * logNormal(doubt, random), spread, doubt);
    }

    private double noise() {
        return Math.hypot(spread, doubt);
    }

    private static double logNormal(double deviation, SplittableRandom random) {
        return Math.exp(
                deviation * Normal.exceeded(1 - random.nextDouble(Double.MIN_NORMAL, 1)) - deviation * deviation / 2);
    }
}
