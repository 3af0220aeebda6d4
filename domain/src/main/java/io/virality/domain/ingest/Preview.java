package io.virality.domain.ingest;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * How a source would be read, with its first rows.
 *
 * @param version the layout or API version it follows
 * @param facts what was recognised about it
 * @param columns what becomes of each column
 * @param rows its first rows
 */
public record Preview(String version, Map<String, String> facts, List<Column> columns, List<Row> rows) {

    /** Copies are kept. */
    public Preview {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * A column of the source.
     *
     * @param name its name
     * @param field the field it fills, empty if it is not read
     * @param conversion how its text becomes the field's
     */
    public record Column(String name, String field, String conversion) {}

    /**
     * A row of the source.
     *
     * @param position where it stands
     * @param kind what it describes
     * @param fields what it says
     * @param rejection why it would be refused
     */
    public record Row(String position, String kind, SortedMap<String, String> fields, Optional<Rejection> rejection) {}
}
