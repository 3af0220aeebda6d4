package io.virality.domain.experiment;

import java.util.Optional;

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
     * A quantile of the units of all arms. It would move while units arrive, and yesterday's figures with it: so it is found
     * once, as soon as there are so many units that one lies beyond it, and stays. Until then nothing is cut.
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

        /**
         * The cap that stays; empty as long as there are too few units, or so few with a value that all would be cut.
         *
         * @param quantile of the units so far
         * @param units how many there are
         */
        public Optional<Cap> found(double quantile, long units) {
            boolean enough = Math.ceil((units - 1) * probability) < units - 1;
            return enough && quantile > 0 && Double.isFinite(quantile)
                    ? Optional.of(new Cap(quantile))
                    : Optional.empty();
        }
    }
}
