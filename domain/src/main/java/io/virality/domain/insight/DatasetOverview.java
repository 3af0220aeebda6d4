package io.virality.domain.insight;

import io.virality.domain.creator.Origin;
import java.time.Instant;
import java.util.Optional;

/**
 * What is loaded.
 *
 * @param creators how many creators
 * @param snapshots how many observations of their counts
 * @param videos how many videos
 * @param asOf the newest observation
 * @param origin whether it is real
 */
public record DatasetOverview(long creators, long snapshots, long videos, Optional<Instant> asOf, Origin origin) {}
