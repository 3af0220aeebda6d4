package io.virality.domain.experiment;

import io.virality.domain.insight.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What was measured of a metric.
 *
 * @param measurement how
 * @param cells one for each arm and group that has units
 * @param cap at which values were cut, if they were
 * @param statement that counted
 */
public record Measured(Measurement measurement, List<Cell> cells, OptionalDouble cap, Statement statement) {

    /** Keeps its own copy. */
    public Measured {
        cells = List.copyOf(cells);
    }

    /** How many units there are in all cells. */
    public long units() {
        return cells.stream().mapToLong(cell -> cell.statistics().units()).sum();
    }

    /** The names of the groups, in their order. */
    public List<String> groups() {
        return cells.stream().map(Cell::group).distinct().sorted().toList();
    }

    /** The statistics of a group by the key of the variation; of those without units, of none. */
    public Map<String, SufficientStatistics> of(String group, Design design) {
        Map<String, SufficientStatistics> arms = new LinkedHashMap<>();
        cells.stream()
                .filter(cell -> cell.group().equals(group))
                .forEach(cell -> arms.put(cell.variation(), cell.statistics()));
        design.variations().forEach(variation -> arms.computeIfAbsent(variation.key(), key -> nobody()));
        return arms;
    }

    private SufficientStatistics nobody() {
        return measurement.ofNobody();
    }

    /**
     * One arm, or one group of it.
     *
     * @param variation the variation's key
     * @param group its name; empty where there is one group only
     */
    public record Cell(String variation, String group, SufficientStatistics statistics) {}
}
