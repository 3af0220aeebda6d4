package io.virality.domain.marketplace;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What no figure of a market can be. The messages name what was wrong, a colon, and the value. */
final class Limits {

    private static final int LONGEST_ID = 64;

    private Limits() {}

    static void requireId(String what, String id) {
        if (id.isBlank() || id.length() > LONGEST_ID) {
            throw new IllegalArgumentException("not an id of " + what + ": " + id);
        }
    }

    static void requireId(String what, Optional<String> id) {
        id.ifPresent(given -> requireId(what, given));
    }

    static void requireNotNegative(String what, Optional<Money> amount) {
        amount.filter(Money::isNegative).ifPresent(given -> {
            throw new IllegalArgumentException(what + " is negative: " + given.amount());
        });
    }

    static void requireAtMost(String what, OptionalLong part, String ofWhat, OptionalLong whole) {
        if (part.isPresent() && whole.isPresent() && part.getAsLong() > whole.getAsLong()) {
            throw new IllegalArgumentException(
                    what + " are more than " + ofWhat + ": " + part.getAsLong() + " of " + whole.getAsLong());
        }
    }

    static void requireOneCurrency(List<Optional<Money>> amounts) {
        if (amounts.stream()
                        .flatMap(Optional::stream)
                        .map(Money::currency)
                        .distinct()
                        .count()
                > 1) {
            throw new IllegalArgumentException("amounts in several currencies");
        }
    }
}
