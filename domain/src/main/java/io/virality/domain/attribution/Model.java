package io.virality.domain.attribution;

import java.util.Locale;

/** Which of the touches before an order earned it. */
public enum Model {
    /** The last one. */
    LAST_TOUCH("all to the last touch"),
    /** The first one. */
    FIRST_TOUCH("all to the first touch"),
    /** Each as much as any other. */
    LINEAR("each touch the same"),
    /** The later, the more. */
    TIME_DECAY("a touch counts half as much for each half-life it lies before the order"),
    /** The first and the last most. */
    POSITION_BASED("40 % to the first, 40 % to the last, 20 % to those between"),
    /** Who would be missed most. */
    MARKOV(
            "by removal effect: how many orders a chain of all journeys loses without them (Anderl, Becker, von Wangenheim"
                    + " and Schumann, International Journal of Research in Marketing 33 (2016)), among those the order met");

    private final String words;

    Model(String words) {
        this.words = words;
    }

    /** The name in documents: {@code last-touch}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** In words. */
    public String words() {
        return words;
    }
}
