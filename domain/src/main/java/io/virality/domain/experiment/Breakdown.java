package io.virality.domain.experiment;

/** Into which groups the units of each arm are counted. No unit is in two. */
public sealed interface Breakdown {

    /** One group. */
    record Whole() implements Breakdown {}

    /** By the day, in UTC, of a unit's first exposure. */
    record ByDay() implements Breakdown {}

    /** By an attribute told with a unit's first exposure; those without it are in the group {@code ""}. */
    record BySegment(String attribute) implements Breakdown {}
}
