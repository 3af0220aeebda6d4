package io.virality.domain.experiment;

import java.util.Locale;

/** What is put on top of an effect to judge it. */
public enum Engine {

    /** {@link FixedTest}: looked at once, at an end that was fixed before. */
    FREQUENTIST,

    /** {@link ConfidenceSequence}: looked at as often as one likes. */
    SEQUENTIAL,

    /** {@link PosteriorEffect}: what is to be believed. */
    BAYESIAN;

    /** The name in commands: {@code frequentist}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
