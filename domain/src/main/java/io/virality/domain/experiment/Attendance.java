package io.virality.domain.experiment;

import io.virality.domain.insight.Statement;
import java.util.Map;

/**
 * How many units were exposed.
 *
 * @param units by the key of the variation; those seen in several are in none
 * @param several how many were seen in several variations: they count nowhere else
 * @param statement that counted
 */
public record Attendance(Map<String, Long> units, long several, Statement statement) {

    /** Keeps its own copy. */
    public Attendance {
        units = Map.copyOf(units);
    }

    /** Of one variation. */
    public long of(Variation variation) {
        return units.getOrDefault(variation.key(), 0L);
    }

    /** Of all of them, without those seen in several. */
    public long total() {
        return units.values().stream().mapToLong(Long::longValue).sum();
    }
}
