package io.virality.domain.assignment;

/**
 * Another feature whose value, as the attribute {@code value}, a condition must hold for.
 *
 * @param gate whether a feature has no value at all where it does not; otherwise only the rule is passed over
 */
public record Prerequisite(String feature, Condition condition, boolean gate) {}
