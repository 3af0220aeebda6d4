package io.virality.domain.marketplace;

/**
 * What came of a creator's videos.
 *
 * @param net sales less refunds
 * @param views of all its videos, each by its highest count
 */
public record Sold(Money net, long views) {}
