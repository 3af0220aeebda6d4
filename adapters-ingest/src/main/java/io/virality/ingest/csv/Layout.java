package io.virality.ingest.csv;

import io.virality.spi.Fields;
import io.virality.spi.Kinds;
import io.virality.spi.SourceException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What the columns of one file mean: its header, read with a preset, with the user's own mapping, or with both.
 *
 * @param version the preset's id, or {@code mapped@1}
 * @param kind what a row describes
 * @param width how many cells a row has
 * @param cells where each field stands
 * @param silences cell texts that say nothing, besides the empty cell
 */
record Layout(String version, String kind, int width, Map<String, Cell> cells, Set<String> silences) {

    private static final String MAPPED = "mapped@1";
    private static final int COLUMNS_SHOWN = 12;
    private static final int LONGEST_NAME_SHOWN = 40;

    /** Where a field stands in a row, and how it is read. */
    record Cell(int index, UnaryOperator<String> converter) {}

    /**
     * The layout of a file.
     *
     * @param header the columns' names
     * @param asked the preset that the user asked for; without one, the header decides
     * @param mapping the user's own meaning of columns, column to field; it stands above the preset's
     * @throws SourceException if the preset, a column or a field does not exist, or if the rows' creators stay unknown
     */
    static Layout of(List<String> header, Optional<String> asked, SortedMap<String, String> mapping)
            throws SourceException {
        check(header, mapping);
        Optional<Preset> preset =
                asked.isPresent() ? Optional.of(named(asked.get(), header, mapping)) : recognised(header);
        List<Column> columns = columns(preset, header, mapping);
        if (columns.stream().noneMatch(Layout::saysWho)) {
            throw unrecognised(header);
        }
        Map<String, Cell> cells = new HashMap<>();
        for (Column column : columns) {
            if (Collections.frequency(header, column.name()) > 1) {
                throw SourceException.user("the column '" + shown(column.name())
                        + "' stands in the header more than once; rename all but one");
            }
            cells.put(column.field(), new Cell(header.indexOf(column.name()), column.converter()));
        }
        return new Layout(
                preset.map(Preset::id).orElse(MAPPED),
                preset.map(Preset::kind).orElse(cells.containsKey(Fields.VIDEO_ID) ? Kinds.VIDEO : Kinds.CREATOR),
                header.size(),
                Map.copyOf(cells),
                preset.map(Preset::silences).orElse(Set.of()));
    }

    private static void check(List<String> header, SortedMap<String, String> mapping) throws SourceException {
        Map<String, String> columns = new HashMap<>();
        for (Map.Entry<String, String> entry : mapping.entrySet()) {
            String column = entry.getKey();
            String field = entry.getValue();
            if (!header.contains(column)) {
                throw SourceException.unknown(
                        "column", column, header.stream().map(Layout::shown).toList());
            }
            if (!Fields.all().contains(field)) {
                throw SourceException.unknown("field", field, Fields.all());
            }
            String other = columns.put(field, column);
            if (other != null) {
                throw SourceException.user(
                        "the columns '" + other + "' and '" + column + "' cannot both be the field " + field);
            }
        }
    }

    /** A required column may be absent if the user says which other column stands for it. */
    private static Preset named(String asked, List<String> header, SortedMap<String, String> mapping)
            throws SourceException {
        Preset preset = Presets.ALL.stream()
                .filter(known -> known.isCalled(asked))
                .findFirst()
                .orElseThrow(() -> SourceException.unknown(
                        "preset", asked, Presets.ALL.stream().map(Preset::id).toList()));
        Set<String> missing = preset.missing(header).stream()
                .filter(name -> preset.columns().stream()
                        .noneMatch(column -> column.name().equals(name) && mapping.containsValue(column.field())))
                .collect(Collectors.toCollection(TreeSet::new));
        if (!missing.isEmpty()) {
            throw SourceException.user("the preset " + preset.id() + " needs the columns " + missing
                    + "; leave the preset out, or say which other columns stand for them with --map column=field");
        }
        return preset;
    }

    private static Optional<Preset> recognised(List<String> header) {
        return Presets.ALL.stream()
                .filter(preset -> preset.missing(header).isEmpty())
                .max(Comparator.comparingInt(preset -> preset.required().size()));
    }

    private static List<Column> columns(
            Optional<Preset> preset, List<String> header, SortedMap<String, String> mapping) {
        List<Column> known = preset.map(Preset::columns).orElse(List.of());
        List<Column> columns = new ArrayList<>();
        for (Column column : known) {
            boolean replaced = mapping.containsKey(column.name()) || mapping.containsValue(column.field());
            if (header.contains(column.name()) && !replaced) {
                columns.add(column);
            }
        }
        mapping.forEach((name, field) -> columns.add(known.stream()
                .filter(column -> column.name().equals(name) && column.field().equals(field))
                .findFirst()
                .orElse(new Column(name, field))));
        return columns;
    }

    private static boolean saysWho(Column column) {
        return column.field().equals(Fields.PLATFORM_ID) || column.field().equals(Fields.HANDLE);
    }

    private static SourceException unrecognised(List<String> header) {
        return SourceException.user("no preset fits the columns " + shown(header)
                + ", and nothing says whose row it is: platform_id or handle is missing; presets: "
                + Presets.ALL.stream().map(preset -> shown(preset, header)).collect(Collectors.joining(", "))
                + "; say what the columns mean with --map column=field, for example --map " + shown(header.get(0))
                + "=handle");
    }

    private static String shown(Preset preset, List<String> header) {
        List<String> missing = preset.missing(header);
        boolean nearlyFits = missing.size() * 2 <= preset.required().size();
        return preset.id() + (nearlyFits ? " (here without " + String.join(", ", missing) + ")" : "");
    }

    private static String shown(List<String> header) {
        int more = header.size() - COLUMNS_SHOWN;
        return header.stream().limit(COLUMNS_SHOWN).map(Layout::shown).collect(Collectors.joining(", "))
                + (more > 0 ? " and " + more + " more" : "");
    }

    private static String shown(String name) {
        String line = name.replaceAll("\\s+", " ");
        return line.length() <= LONGEST_NAME_SHOWN ? line : line.substring(0, LONGEST_NAME_SHOWN - 1) + "…";
    }
}
