package io.virality.domain.portfolio;

import java.util.Locale;
import java.util.Optional;

/**
 * The creators that a limit counts.
 *
 * @param kind what they have in common
 * @param name the value they have in common; empty for everyone
 */
public record Group(Kind kind, String name) {

    /** All creators. */
    public static final Group EVERYONE = new Group(Kind.EVERYONE, "");

    /** What creators of a group have in common. */
    public enum Kind {
        /** Nothing. */
        EVERYONE,
        /** The size class. */
        TIER,
        /** What they post about. */
        CATEGORY,
        /** The country of the account. */
        REGION;

        /** The name in documents. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @throws IllegalArgumentException if a name is missing */
    public Group {
        if (name.isBlank() != (kind == Kind.EVERYONE)) {
            throw new IllegalArgumentException("which " + kind.id() + "?");
        }
    }

    /** Whether a creator belongs to it; one of whom it is not known does not. */
    public boolean holds(Prospect candidate) {
        return switch (kind) {
            case EVERYONE -> true;
            case TIER -> candidate.tier().equalsIgnoreCase(name);
            case CATEGORY -> is(candidate.category());
            case REGION -> is(candidate.region());
        };
    }

    private boolean is(Optional<String> value) {
        return value.filter(name::equalsIgnoreCase).isPresent();
    }

    /** In words: {@code creators of tier micro}. */
    public String words() {
        return kind == Kind.EVERYONE ? "creators" : "creators of " + kind.id() + " " + name;
    }
}
