package io.virality.domain.insight;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Figures of many units, one column a figure, for statistics over all of them.
 *
 * @param columns by name, all of one length; a figure that is not known is {@code NaN}
 */
public record Figures(Map<String, double[]> columns) {

    /** Of nobody. */
    public static final Figures NONE = new Figures(Map.of());

    /** @throws IllegalArgumentException if the columns are of different lengths */
    public Figures {
        columns = new LinkedHashMap<>(columns);
        if (columns.values().stream()
                        .mapToInt(column -> column.length)
                        .distinct()
                        .count()
                > 1) {
            throw new IllegalArgumentException("columns of different lengths");
        }
    }

    /** How many units there are. */
    public int size() {
        return columns.values().stream()
                .mapToInt(column -> column.length)
                .findFirst()
                .orElse(0);
    }

    /** One figure of all units; none where there is no such column. */
    public double[] column(String name) {
        return columns.getOrDefault(name, new double[0]);
    }
}
