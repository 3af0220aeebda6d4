package io.virality.domain.segment;

/**
 * Rows that were grouped.
 *
 * @param partition which group each row is in
 * @param payload what it takes to say of other rows in which group they are. Must not be changed any more
 * @param provenance how it was made, in the library's words
 */
public record Grouping(Partition partition, byte[] payload, String provenance) {}
