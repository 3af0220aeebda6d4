package io.virality.domain.experiment;

/** Where a metric's {@link Cap} comes from. */
public sealed interface CapRule {

    /** A value that was settled before. */
    record At(double value) implements CapRule {

        /** @throws IllegalArgumentException if the value is not above 0 */
        public At {
            if (!(value > 0) || Double.isInfinite(value)) {
                throw new IllegalArgumentException("a cap must be above 0, not " + value);
            }
        }
    }

    /**
     * A quantile of the units of all arms. It moves while units arrive.
     *
     * @param probability of the quantile, between one half and 1
     * @param overNonZero whether only values other than 0 are looked at
     */
    record AtQuantile(double probability, boolean overNonZero) implements CapRule {

        /** @throws IllegalArgumentException if the probability is not between one half and 1 */
        public AtQuantile {
            if (!(probability > .5 && probability < 1)) {
                throw new IllegalArgumentException(
                        "the quantile of a cap must lie between .5 and 1, not at " + probability);
            }
        }
    }
}
