package io.virality.domain.search;

/**
 * A creator whose words mean alike.
 *
 * @param creator its number in the store
 * @param cosine between the two vectors, from -1 to 1
 */
public record MeaningMatch(long creator, double cosine) {}
