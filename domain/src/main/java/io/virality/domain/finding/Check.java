package io.virality.domain.finding;

import java.util.Locale;
import java.util.Optional;

/**
 * The same claim looked at in another way.
 *
 * @param name in which way
 * @param effect what is seen then; empty where it cannot be
 * @param says how that compares with the test itself
 */
public record Check(String name, Optional<Effect> effect, Agreement says) {

    /** How a look in another way compares with the test. */
    public enum Agreement {
        /** The same side, clearly. */
        AGREES,
        /** The same side, but its interval holds the reference. */
        LEANS_THE_SAME,
        /** The other side, but its interval holds the reference. */
        LEANS_AGAINST,
        /** The other side, clearly. */
        DISAGREES,
        /** The data does not allow it. */
        NOT_POSSIBLE;

        /** As people read it: {@code leans against}. */
        public String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    static Check of(String name, Optional<Effect> other, Effect main) {
        return new Check(
                name, other, other.map(effect -> agreement(effect, main)).orElse(Agreement.NOT_POSSIBLE));
    }

    private static Agreement agreement(Effect effect, Effect main) {
        if (effect.above() == main.above()) {
            return effect.clear() ? Agreement.AGREES : Agreement.LEANS_THE_SAME;
        }
        return effect.clear() ? Agreement.DISAGREES : Agreement.LEANS_AGAINST;
    }
}
