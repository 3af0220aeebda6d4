package io.virality.ingest.csv;

import io.virality.spi.Fields;
import io.virality.spi.SourceException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the user says about a file's columns. It stands above what a preset says.
 *
 * @param id what the layout is called, for example {@code crm@1}
 * @param fields which column is which field
 * @param conversions how the cells of a field are read
 * @param constants fields that are the same for all rows
 * @param silences cell texts that say nothing
 * @param kind what a row describes, where that does not follow from the fields
 */
record Mapping(
        String id,
        SortedMap<String, String> fields,
        Map<String, Conversion> conversions,
        Map<String, String> constants,
        Set<String> silences,
        Optional<RowKind> kind) {

    /** The properties that say it; {@code X} stands for a column's or field's name. */
    static final List<String> PROPERTIES =
            List.of("map.COLUMN", "column.FIELD", "convert.FIELD", "constant.FIELD", "silent", "kind");

    private static final String MAP = "map.";
    private static final String COLUMN = "column.";
    private static final String CONVERT = "convert.";
    private static final String CONSTANT = "constant.";
    private static final String SILENT = "silent";
    private static final String KIND = "kind";

    /** Whether a property belongs to a mapping. */
    static boolean takes(String property) {
        return property.equals(SILENT)
                || property.equals(KIND)
                || List.of(MAP, COLUMN, CONVERT, CONSTANT).stream().anyMatch(property::startsWith);
    }

    /**
     * The mapping that some properties make; others are overlooked.
     *
     * @throws SourceException if a field, a conversion or a kind does not exist, or if two columns claim one field
     */
    static Mapping of(String id, Map<String, String> properties) throws SourceException {
        SortedMap<String, String> fields = new TreeMap<>();
        Map<String, Conversion> conversions = new HashMap<>();
        Map<String, String> constants = new HashMap<>();
        for (Map.Entry<String, String> property : new TreeMap<>(properties).entrySet()) {
            String key = property.getKey();
            String value = property.getValue();
            if (key.startsWith(MAP)) {
                fields.put(key.substring(MAP.length()), field(value));
            } else if (key.startsWith(COLUMN)) {
                fields.put(value, field(key.substring(COLUMN.length())));
            } else if (key.startsWith(CONVERT)) {
                conversions.put(field(key.substring(CONVERT.length())), conversion(value));
            } else if (key.startsWith(CONSTANT)) {
                constants.put(field(key.substring(CONSTANT.length())), value);
            }
        }
        refuseRivals(fields);
        Optional<RowKind> kind =
                properties.containsKey(KIND) ? Optional.of(kind(properties.get(KIND))) : Optional.empty();
        Set<String> silences = new HashSet<>();
        Arrays.stream(properties.getOrDefault(SILENT, "").split(","))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .forEach(silences::add);
        return new Mapping(id, fields, conversions, constants, silences, kind);
    }

    /** Whether the user says nothing at all. */
    boolean isEmpty() {
        return fields.isEmpty() && conversions.isEmpty() && constants.isEmpty() && silences.isEmpty() && kind.isEmpty();
    }

    /** The same, and columns that are called like fields are these, unless the user says otherwise. */
    Mapping completed(List<String> header) {
        SortedMap<String, String> all = new TreeMap<>(fields);
        for (String column : header) {
            if (Fields.all().contains(column) && !fields.containsValue(column)) {
                all.putIfAbsent(column, column);
            }
        }
        return new Mapping(id, all, conversions, constants, silences, kind);
    }

    private static String field(String name) throws SourceException {
        if (!Fields.all().contains(name)) {
            throw SourceException.unknown("field", name, Fields.all());
        }
        return name;
    }

    private static RowKind kind(String id) throws SourceException {
        for (RowKind kind : RowKind.values()) {
            if (kind.id().equals(id)) {
                return kind;
            }
        }
        throw SourceException.unknown(KIND, id, RowKind.ids());
    }

    private static Conversion conversion(String id) throws SourceException {
        for (Conversion conversion : Conversion.values()) {
            if (conversion.id().equals(id)) {
                return conversion;
            }
        }
        throw SourceException.unknown(
                "conversion",
                id,
                Arrays.stream(Conversion.values()).map(Conversion::id).toList());
    }

    private static void refuseRivals(SortedMap<String, String> fields) throws SourceException {
        Map<String, String> columns = new HashMap<>();
        for (Map.Entry<String, String> entry : fields.entrySet()) {
            String other = columns.put(entry.getValue(), entry.getKey());
            if (other != null) {
                throw SourceException.user("the columns '" + other + "' and '" + entry.getKey()
                        + "' cannot both be the field " + entry.getValue());
            }
        }
    }
}
