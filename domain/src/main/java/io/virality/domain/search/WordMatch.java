package io.virality.domain.search;

/**
 * A creator whose words match.
 *
 * @param creator its number in the store
 * @param bm25 how well, above 0: k1 1.2, b .75, over all that is known of a creator
 */
public record WordMatch(long creator, double bm25) {}
