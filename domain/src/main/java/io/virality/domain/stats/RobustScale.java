package io.virality.domain.stats;

import java.util.Optional;
import org.apache.commons.statistics.descriptive.Median;

/**
 * Where values usually lie, told so that a few extreme ones hardly move it.
 *
 * @param centre their median
 * @param deviation their median absolute deviation from it, above 0
 */
public record RobustScale(double centre, double deviation) {

    /** The upper quartile of the standard normal distribution: the deviation of normal values, in standard deviations. */
    private static final double NORMAL_DEVIATION = .6744897501960817;

    /** @throws IllegalArgumentException if there is no deviation */
    public RobustScale {
        if (!(deviation > 0)) {
            throw new IllegalArgumentException("not a deviation: " + deviation);
        }
    }

    /** Of at least one value; empty if more than half of them are equal. */
    public static Optional<RobustScale> of(double... values) {
        Median median = Median.withDefaults();
        double[] distances = values.clone();
        double centre = median.evaluate(distances);
        for (int i = 0; i < distances.length; i++) {
            distances[i] = Math.abs(distances[i] - centre);
        }
        double deviation = median.evaluate(distances);
        return deviation > 0 ? Optional.of(new RobustScale(centre, deviation)) : Optional.empty();
    }

    /**
     * The modified z-score of Iglewicz and Hoaglin, How to Detect and Handle Outliers (1993): of normal values, by how many
     * standard deviations one lies above the centre.
     */
    public double score(double value) {
        return NORMAL_DEVIATION * (value - centre) / deviation;
    }

    /** The value with that score. */
    public double at(double score) {
        return centre + score * deviation / NORMAL_DEVIATION;
    }
}
