package io.virality.domain.experiment;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is put on top of an effect to judge it. */
public enum Engine {

    /** {@link FixedTest}: looked at once, at an end that was fixed before. */
    FREQUENTIST,

    /** {@link ConfidenceSequence}: looked at as often as one likes. */
    SEQUENTIAL,

    /** {@link PosteriorEffect}: what is to be believed. */
    BAYESIAN;

    /** By which others call the first one. */
    private static final String FIXED = "fixed";

    /** The one of that name, also {@code fixed}; empty if there is none. */
    public static Optional<Engine> named(String name) {
        return name.equalsIgnoreCase(FIXED)
                ? Optional.of(FREQUENTIST)
                : Arrays.stream(values())
                        .filter(engine -> engine.id().equalsIgnoreCase(name))
                        .findFirst();
    }

    /** The names that there are. */
    public static List<String> names() {
        return List.of(FREQUENTIST.id(), FIXED, SEQUENTIAL.id(), BAYESIAN.id());
    }

    /** The name in commands: {@code frequentist}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
