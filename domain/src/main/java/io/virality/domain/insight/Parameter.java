package io.virality.domain.insight;

import java.util.List;

/**
 * Something about a question that the asker may set.
 *
 * @param name in commands and addresses, for example {@code minFollowers}
 * @param kind what it holds
 * @param usual its default, in text; empty where the data decides
 * @param meaning in words
 * @param choices the texts to choose from; empty where it is no choice
 */
public record Parameter(String name, Kind kind, String usual, String meaning, List<String> choices) {

    /** What a parameter holds. */
    public enum Kind {
        /** A whole number of at least 0. */
        COUNT,
        /** A whole number between 1 and 1,000. */
        LIMIT,
        /** Any whole number. */
        SEED,
        /** The id of an engagement-rate definition. */
        DEFINITION,
        /** One of {@link Parameter#choices()}. */
        CHOICE,
        /** Names and least followers: {@code small:0, large:10000}. */
        TIERS,
        /** Parts of a score and how much each weighs: {@code reach:30, engagement:70}. */
        WEIGHTS,
        /** Words; empty is anything. */
        TEXT
    }

    /** Something that is no choice. */
    public Parameter(String name, Kind kind, String usual, String meaning) {
        this(name, kind, usual, meaning, List.of());
    }

    /** One of these texts, by default the first. */
    static Parameter choice(String name, List<String> choices, String meaning) {
        return new Parameter(name, Kind.CHOICE, choices.get(0), meaning, choices);
    }

    static final Parameter DEFINITION = new Parameter(
            "definition",
            Kind.DEFINITION,
            "",
            "engagement-rate definition; by default the provider's rate where there is one");
    static final Parameter MINIMUM =
            new Parameter("minimum", Kind.COUNT, "5", "fewer creators than this in a group allow no interval");
    static final Parameter CURRENCY = new Parameter(
            "currency", Kind.TEXT, "", "currency of the sales meant; by default the one in which most are told");
    static final Parameter SEED = new Parameter("seed", Kind.SEED, "7", "seed of the bootstrap");
}
