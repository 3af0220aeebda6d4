package io.virality.domain.experiment;

import io.virality.domain.stats.Normal;
import io.virality.domain.stats.Root;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * How a relative lift will be judged, and so what an experiment of some size can find. Formulas: GrowthBook's "Power" in its
 * documentation.
 */
public sealed interface Plan {

    /** How likely the lift is found if it is there. */
    double power(Baseline baseline, Sizes sizes, double lift);

    /** The least positive lift that is found with that probability; empty if there is none. */
    OptionalDouble detectable(Baseline baseline, Sizes sizes, double power);

    /** How many times as many units are needed to find a lift with that probability; empty beyond 2²⁷ times as many. */
    default OptionalDouble enough(Baseline baseline, Sizes sizes, double lift, double power) {
        return Growth.until(factor -> power(baseline, sizes.times(factor), lift) - power, Growth.LEAST);
    }

    /**
     * The first week after which the power, in whole percents, reaches the target; empty if none of those looked at does.
     *
     * @param weekly the units of the two arms per week
     */
    default OptionalInt weeks(Baseline baseline, Sizes weekly, double lift, double target, int longest) {
        return IntStream.rangeClosed(1, longest)
                .filter(week -> Math.round(power(baseline, weekly.times(week), lift) * 100) >= target * 100 - 1e-9)
                .findFirst();
    }

    /**
     * By a test.
     *
     * @param alternative for a lift in one direction, {@link Alternative#GREATER}
     * @param tuning of a test that is always valid; empty for one at a fixed end
     */
    record Tested(double alpha, Alternative alternative, OptionalDouble tuning) implements Plan {

        @Override
        public double power(Baseline baseline, Sizes sizes, double lift) {
            double error = Math.sqrt(baseline.varianceOf(Difference.RELATIVE, sizes, lift)) * inflation(sizes);
            double distance = lift / error;
            double z = Normal.exceeded(alternative == Alternative.TWO_SIDED ? alpha / 2 : alpha);
            return switch (alternative) {
                case TWO_SIDED -> Normal.above(z - distance) + Normal.below(-z - distance);
                case GREATER -> Normal.above(z - distance);
                case LESS -> Normal.below(-z - distance);
            };
        }

        @Override
        public OptionalDouble detectable(Baseline baseline, Sizes sizes, double power) {
            if (power <= alpha) {
                return OptionalDouble.empty();
            }
            double tail = alternative == Alternative.TWO_SIDED ? alpha / 2 : alpha;
            double z = (Normal.exceeded(tail) + Normal.exceeded(1 - power)) * inflation(sizes);
            double scale = z * z * baseline.variance() / (baseline.mean() * baseline.mean());
            double ofControl = scale / sizes.control();
            double ofTreatment = scale / sizes.treatment();
            // lift² = ofTreatment + ofControl · (1 + lift)²
            return ofControl >= 1
                    ? OptionalDouble.empty()
                    : OptionalDouble.of((ofControl + Math.sqrt(ofControl + ofTreatment - ofControl * ofTreatment))
                            / (1 - ofControl));
        }

        /** By how much wider the interval is than that of a test at a fixed end. */
        private double inflation(Sizes sizes) {
            return tuning.isEmpty()
                    ? 1
                    : new ConfidenceSequence(alpha, tuning.getAsDouble(), Alternative.TWO_SIDED).width(sizes.total())
                            / Normal.exceeded(alpha / 2);
        }
    }

    /**
     * By what is believed afterwards: the lift is found if the interval of the posterior does not hold 0.
     *
     * @param alpha the probability that lies outside of the interval
     * @param prior what is believed before, on the relative scale
     */
    record Believed(double alpha, PosteriorEffect.Prior prior, Difference difference) implements Plan {

        private static final double LARGEST = 5;
        private static final double STEP = 1e-3;

        @Override
        public double power(Baseline baseline, Sizes sizes, double lift) {
            double scale = difference == Difference.RELATIVE ? 1 : Math.abs(baseline.mean());
            double variance = baseline.varianceOf(difference, sizes, lift);
            double before = prior.variance() * scale * scale;
            double width = variance * Math.sqrt(1 / variance + 1 / before) * Normal.exceeded(alpha / 2);
            double towards = variance * prior.mean() * scale / before + lift * scale;
            double deviation = Math.sqrt(variance);
            return Normal.above((width - towards) / deviation) + Normal.below((-width - towards) / deviation);
        }

        /** Power may fall before it rises with the lift: the first lift up to 500 % that has it. */
        @Override
        public OptionalDouble detectable(Baseline baseline, Sizes sizes, double power) {
            if (power(baseline, sizes, 0) >= power) {
                return OptionalDouble.of(0);
            }
            for (int i = 1; i * STEP <= LARGEST; i++) {
                if (power(baseline, sizes, i * STEP) >= power) {
                    return OptionalDouble.of(
                            Root.of(lift -> power(baseline, sizes, lift) - power, (i - 1) * STEP, i * STEP));
                }
            }
            return OptionalDouble.empty();
        }
    }
}
