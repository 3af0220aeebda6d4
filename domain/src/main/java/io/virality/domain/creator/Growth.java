package io.virality.domain.creator;

import java.util.OptionalLong;

/**
 * What a creator won in a period, told by a source that does not tell its counts.
 *
 * @param period when
 * @param followers followers won, less those lost
 * @param views views won: negative where the platform took some back
 */
public record Growth(Period period, OptionalLong followers, OptionalLong views) {}
