package io.virality.domain.ingest;

/**
 * Rows refused for one reason.
 *
 * @param reason what is wrong with them
 * @param count how many they are
 * @param firstPosition where the first one stands
 * @param example the first one's offending value
 */
public record RejectionGroup(String reason, long count, String firstPosition, String example) {}
