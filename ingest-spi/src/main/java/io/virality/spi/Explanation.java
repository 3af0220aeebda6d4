package io.virality.spi;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a source will be read, for people who want to know before they import it.
 *
 * @param facts what was recognised, in the order in which it is shown: {@code delimiter} → {@code ;}
 * @param columns what becomes of each column, in the source's order
 */
public record Explanation(Map<String, String> facts, List<Column> columns) {

    /** Copies are kept. */
    public Explanation {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        columns = List.copyOf(columns);
    }

    /**
     * A column of the source.
     *
     * @param name its name
     * @param field the field it fills, empty if it is not read
     * @param conversion how its text becomes the field's, {@code plain} if it stays as it is
     */
    public record Column(String name, String field, String conversion) {}
}
