package io.virality.domain.experiment;

import io.virality.domain.insight.Statement;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What was measured of a metric.
 *
 * @param cells one for each arm and group that has units
 * @param cap at which values were cut, if they were
 * @param statement that counted
 */
public record Measured(List<Cell> cells, OptionalDouble cap, Statement statement) {

    /** Keeps its own copy. */
    public Measured {
        cells = List.copyOf(cells);
    }

    /**
     * One arm, or one group of it.
     *
     * @param variation the variation's key
     * @param group its name; empty where there is one group only
     */
    public record Cell(String variation, String group, SufficientStatistics statistics) {}
}
