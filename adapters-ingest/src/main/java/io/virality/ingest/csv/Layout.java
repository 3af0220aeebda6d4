package io.virality.ingest.csv;

import io.virality.spi.Explanation;
import io.virality.spi.Fields;
import io.virality.spi.Kinds;
import io.virality.spi.SourceException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What the columns of one file mean: its header, read with a preset, with the user's own mapping, or with both.
 *
 * @param version the preset's or mapping's id
 * @param kind what a row describes
 * @param header the columns' names
 * @param cells where each field stands
 * @param constants fields that are the same for all rows
 * @param silences cell texts that say nothing, besides the empty cell
 */
record Layout(
        String version,
        String kind,
        List<String> header,
        Map<String, Cell> cells,
        Map<String, String> constants,
        Set<String> silences) {

    /** Not a field of the host: which round of a collection saw the row. Rows of one round are of one time. */
    static final String CRAWL = "crawl";

    private static final int COLUMNS_SHOWN = 12;
    private static final int LONGEST_NAME_SHOWN = 40;

    /**
     * Where a field stands in a row, and how it is read.
     *
     * @param index the column
     * @param copies columns of the same name: lists give a number as people read it and again as spreadsheets do
     * @param conversion from the cell's text to the field's
     */
    record Cell(int index, List<Integer> copies, Conversion conversion) {}

    /**
     * The layout of a file.
     *
     * @param header the columns' names
     * @param asked the preset that the user asked for; without one, the header decides
     * @param mapping the user's own meaning of columns; it stands above the preset's
     * @throws SourceException if the preset or a column does not exist, or if the rows' creators stay unknown
     */
    static Layout of(List<String> header, Optional<String> asked, Mapping mapping) throws SourceException {
        for (String column : mapping.fields().keySet()) {
            if (!header.contains(column)) {
                throw SourceException.unknown(
                        "column", column, header.stream().map(Layout::shown).toList());
            }
        }
        Optional<Preset> preset =
                asked.isPresent() ? Optional.of(named(asked.get(), header, mapping)) : recognised(header);
        Map<String, Cell> cells = new LinkedHashMap<>();
        if (preset.isPresent()) {
            readPreset(preset.get(), header, mapping, cells);
        }
        readMapping(preset, header, mapping, cells);
        Map<String, String> constants =
                new HashMap<>(preset.map(Preset::constants).orElse(Map.of()));
        constants.putAll(mapping.constants());
        if (!cells.containsKey(Fields.PLATFORM_ID) && !cells.containsKey(Fields.HANDLE)) {
            throw unrecognised(header);
        }
        Set<String> silences = new HashSet<>(preset.map(Preset::silences).orElse(Set.of()));
        silences.addAll(mapping.silences());
        return new Layout(
                preset.map(Preset::id).orElse(mapping.id()),
                mapping.kind()
                        .or(() -> preset.map(Preset::kind))
                        .orElse(cells.containsKey(Fields.VIDEO_ID) ? Kinds.VIDEO : Kinds.CREATOR),
                List.copyOf(header),
                cells,
                Map.copyOf(constants),
                Set.copyOf(silences));
    }

    /** The same for rows that were all observed at one time, unless they say it themselves. */
    Layout at(Instant time) {
        Map<String, String> more = new HashMap<>(constants);
        more.putIfAbsent(Fields.OBSERVED_AT, time.toString());
        return new Layout(version, kind, header, cells, Map.copyOf(more), silences);
    }

    /** What becomes of each column, in the header's order. */
    List<Explanation.Column> explained() {
        Map<Integer, Explanation.Column> read = new HashMap<>();
        cells.forEach((field, cell) -> {
            String name = header.get(cell.index());
            read.put(
                    cell.index(),
                    new Explanation.Column(name, field, cell.conversion().id()));
            cell.copies()
                    .forEach(copy -> read.put(
                            copy,
                            new Explanation.Column(header.get(copy), field, "where the first of this name is silent")));
        });
        return IntStream.range(0, header.size())
                .mapToObj(index -> read.getOrDefault(index, new Explanation.Column(header.get(index), "", "")))
                .toList();
    }

    /** How many cells a row has. */
    int width() {
        return header.size();
    }

    /** A required column may be absent if the user says which other column stands for it. */
    private static Preset named(String asked, List<String> header, Mapping mapping) throws SourceException {
        Preset preset = Presets.ALL.stream()
                .filter(known -> known.isCalled(asked))
                .findFirst()
                .orElseThrow(() -> SourceException.unknown(
                        "preset", asked, Presets.ALL.stream().map(Preset::id).toList()));
        List<String> missing = preset.missing(header).stream()
                .filter(name -> preset.columns().stream()
                        .noneMatch(column ->
                                column.name().equals(name) && mapping.fields().containsValue(column.field())))
                .toList();
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

    /** A column fills one field, the first in the preset's order that asks for it. */
    private static void readPreset(Preset preset, List<String> header, Mapping mapping, Map<String, Cell> cells) {
        Set<Integer> taken = new HashSet<>();
        for (Column column : preset.columns()) {
            List<Integer> called = IntStream.range(0, header.size())
                    .filter(index -> column.isCalled(header.get(index)))
                    .filter(index -> !mapping.fields().containsKey(header.get(index)) && !taken.contains(index))
                    .boxed()
                    .toList();
            boolean wanted =
                    !cells.containsKey(column.field()) && !mapping.fields().containsValue(column.field());
            if (wanted && !called.isEmpty()) {
                Conversion conversion = mapping.conversions().getOrDefault(column.field(), column.conversion());
                cells.put(column.field(), new Cell(called.get(0), called.subList(1, called.size()), conversion));
                taken.addAll(called);
            }
        }
    }

    private static void readMapping(
            Optional<Preset> preset, List<String> header, Mapping mapping, Map<String, Cell> cells)
            throws SourceException {
        for (Map.Entry<String, String> entry : mapping.fields().entrySet()) {
            String name = entry.getKey();
            String field = entry.getValue();
            if (header.indexOf(name) != header.lastIndexOf(name)) {
                throw SourceException.user(
                        "the column '" + shown(name) + "' stands in the header more than once; rename all but one");
            }
            Conversion usual = preset.stream()
                    .flatMap(known -> known.columns().stream())
                    .filter(column -> column.isCalled(name) && column.field().equals(field))
                    .map(Column::conversion)
                    .findFirst()
                    .orElse(Conversion.PLAIN);
            Conversion conversion = mapping.conversions().getOrDefault(field, usual);
            cells.put(field, new Cell(header.indexOf(name), List.of(), conversion));
        }
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
        boolean nearlyFits = missing.size() * 2 < preset.required().size();
        return preset.id() + (nearlyFits ? " (here without " + String.join(", ", missing) + ")" : "");
    }

    private static String shown(List<String> header) {
        int more = header.size() - COLUMNS_SHOWN;
        List<String> first = new ArrayList<>(header.subList(0, Math.min(header.size(), COLUMNS_SHOWN)));
        return first.stream().map(Layout::shown).collect(Collectors.joining(", "))
                + (more > 0 ? " and " + more + " more" : "");
    }

    private static String shown(String name) {
        return name.length() <= LONGEST_NAME_SHOWN ? name : name.substring(0, LONGEST_NAME_SHOWN - 1) + "…";
    }
}
