package io.virality.domain.experiment;

import io.virality.domain.insight.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How many units were exposed.
 *
 * @param arrivals on each day there was one, in their order; units seen in several variations are in none
 * @param several how many were seen in several variations: they count nowhere else
 * @param statement that counted
 */
public record Attendance(List<Arrivals> arrivals, long several, Statement statement) {

    /**
     * How many units were first exposed on a day.
     *
     * @param day in UTC, as {@code 2026-03-01}
     * @param units by the key of the variation
     */
    public record Arrivals(String day, Map<String, Long> units) {

        /** Keeps its own copy. */
        public Arrivals {
            units = Map.copyOf(units);
        }
    }

    /** Keeps its own copy. */
    public Attendance {
        arrivals = List.copyOf(arrivals);
    }

    /** How many there are, by the key of the variation. */
    public Map<String, Long> units() {
        Map<String, Long> units = new HashMap<>();
        arrivals.forEach(day -> day.units().forEach((variation, more) -> units.merge(variation, more, Long::sum)));
        return units;
    }

    /** How many there were at the end of each day. */
    public List<Map<String, Long>> soFar() {
        List<Map<String, Long>> looks = new ArrayList<>();
        for (int i = 1; i <= arrivals.size(); i++) {
            looks.add(new Attendance(arrivals.subList(0, i), 0, statement).units());
        }
        return looks;
    }

    /** Of one variation. */
    public long of(Variation variation) {
        return units().getOrDefault(variation.key(), 0L);
    }

    /** Of all of them, without those seen in several. */
    public long total() {
        return units().values().stream().mapToLong(Long::longValue).sum();
    }
}
