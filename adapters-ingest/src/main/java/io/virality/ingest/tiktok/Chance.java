package io.virality.ingest.tiktok;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * Random draws that follow from a seed alone. The same seed gives the same draws on every machine and JDK: so the
 * elementary functions come from {@link StrictMath}, here and in the whole model.
 */
final class Chance {

    private final SplittableRandom random;

    Chance(long seed) {
        random = new SplittableRandom(seed);
    }

    /** A seed for draws that shall not depend on how many others are made here. */
    long seed() {
        return random.nextLong();
    }

    /** At least 0, below 1. */
    double fraction() {
        return random.nextDouble();
    }

    double between(double low, double high) {
        return low + (high - low) * fraction();
    }

    boolean happens(double probability) {
        return fraction() < probability;
    }

    /** A standard normal draw. */
    double gaussian() {
        // Box and Muller's method: the generator's own nextGaussian differs between JDK 17 and 25.
        return StrictMath.sqrt(-2 * StrictMath.log(1 - fraction())) * StrictMath.cos(2 * Math.PI * fraction());
    }

    /** A draw whose logarithm is normal with the standard deviation {@code sigma}. */
    double logNormal(double median, double sigma) {
        return median * StrictMath.exp(sigma * gaussian());
    }

    /** How many events happen where {@code mean} are expected; meant for small means (Knuth's method). */
    int poisson(double mean) {
        double limit = StrictMath.exp(-mean);
        int events = 0;
        for (double product = fraction(); product > limit; product *= fraction()) {
            events++;
        }
        return events;
    }

    /** How many events happen where {@code mean} are expected, however many that are. */
    long events(double mean) {
        return mean < 30 ? poisson(mean) : Math.max(0, Math.round(mean + StrictMath.sqrt(mean) * gaussian()));
    }

    <T> T oneOf(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** One of the values, each as likely as its weight says. */
    <T> T weighted(List<T> values, ToDoubleFunction<T> weight) {
        double left = fraction() * values.stream().mapToDouble(weight).sum();
        for (T value : values) {
            left -= weight.applyAsDouble(value);
            if (left < 0) {
                return value;
            }
        }
        return values.get(values.size() - 1);
    }
}
