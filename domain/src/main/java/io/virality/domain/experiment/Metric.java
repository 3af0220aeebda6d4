package io.virality.domain.experiment;

import java.util.Locale;
import java.util.OptionalDouble;

/**
 * What an experiment is judged by.
 *
 * @param name what it is called
 * @param kind how it is made of units
 * @param role what hangs on it
 * @param higherIsBetter whether a rise is a gain
 * @param margin what part of the control's value a guardrail may lose; empty for other roles
 */
public record Metric(String name, Kind kind, Role role, boolean higherIsBetter, OptionalDouble margin) {

    /** How a metric is made of units. */
    public enum Kind {
        /** The share of units that did something. */
        PROPORTION,
        /** The mean of what was measured of each unit. */
        MEAN,
        /** The mean number of events of a unit. */
        COUNT,
        /** A ratio of two sums over the units. */
        RATIO;

        /** The name in commands: {@code proportion}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What hangs on a metric. */
    public enum Role {
        /** The experiment was made for it. */
        PRIMARY,
        /** It is looked at besides, and must not get worse. */
        SECONDARY,
        /** It must be shown not to get worse by more than a margin. */
        GUARDRAIL
    }

    /** How much of its value a guardrail may lose unless a margin is given. */
    public static final double USUAL_MARGIN = .02;

    /** @throws IllegalArgumentException if a guardrail has no margin above 0, or another metric has one */
    public Metric {
        if ((role == Role.GUARDRAIL) != margin.isPresent() || margin.isPresent() && !(margin.getAsDouble() > 0)) {
            throw new IllegalArgumentException(role + " with the margin " + margin);
        }
    }

    /** One that is no guardrail, of which more is better. */
    public static Metric of(String name, Kind kind, Role role) {
        return new Metric(name, kind, role, true, OptionalDouble.empty());
    }

    /** Whether a change in that direction is a loss. */
    boolean loses(int direction) {
        return direction == (higherIsBetter ? -1 : 1);
    }

    /** Whether a change in that direction is a gain. */
    boolean gains(int direction) {
        return direction == (higherIsBetter ? 1 : -1);
    }
}
