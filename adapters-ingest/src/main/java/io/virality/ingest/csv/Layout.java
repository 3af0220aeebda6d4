package io.virality.ingest.csv;

import io.virality.spi.Explanation;
import io.virality.spi.Fields;
import io.virality.spi.SourceException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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
 * @param header the columns' names
 * @param parts what a row tells, at least one thing
 * @param silences cell texts that say nothing, besides the empty cell
 */
record Layout(String version, List<String> header, List<Part> parts, Set<String> silences) {

    /** Not a field of the host: which round of a collection saw the row. Rows of one round are of one time. */
    static final String CRAWL = "crawl";

    private static final String OWN_NAMES = "virality-fields@1";
    private static final int COLUMNS_SHOWN = 12;
    private static final int LONGEST_NAME_SHOWN = 40;

    /**
     * Something that a row tells.
     *
     * @param kind what it is about
     * @param cells where each field stands
     * @param constants what the fields are where no cell says it
     * @param saidBy the field without which a row does not tell it
     */
    record Part(RowKind kind, Map<String, Cell> cells, Map<String, String> constants, Optional<String> saidBy) {

        /** Whether rows themselves can say something about a field. */
        boolean reads(String field) {
            return cells.containsKey(field);
        }
    }

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
     * @throws SourceException if the preset or a column does not exist, or if what the rows are about stays unknown
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
        Set<String> silences = new HashSet<>(preset.map(Preset::silences).orElse(Set.of()));
        silences.addAll(mapping.silences());
        List<Part> parts =
                preset.isPresent() ? known(preset.get(), header, mapping) : List.of(unaided(header, mapping));
        String otherwise = mapping.isEmpty() ? OWN_NAMES : mapping.id();
        return new Layout(preset.map(Preset::id).orElse(otherwise), List.copyOf(header), parts, Set.copyOf(silences));
    }

    /** What a preset's rows tell. A part whose field no column fills is told by none. */
    private static List<Part> known(Preset preset, List<String> header, Mapping mapping) throws SourceException {
        if (preset.parts().size() > 1 && mapping.kind().isPresent()) {
            throw SourceException.user(
                    "rows of " + preset.id() + " tell several things: the kind cannot be set to one of them");
        }
        List<Part> parts = new ArrayList<>();
        for (Preset.Part known : preset.parts()) {
            Map<String, Cell> cells = new LinkedHashMap<>();
            readPreset(known.columns(), header, mapping, cells);
            readMapping(known.columns(), header, mapping, cells);
            Part part = part(mapping.kind().orElse(known.kind()), cells, known.constants(), known.saidBy(), mapping);
            if (part.saidBy().isEmpty() || part.reads(part.saidBy().get())) {
                parts.add(part);
            }
        }
        if (parts.isEmpty()) {
            throw SourceException.user("the mapping leaves nothing of what rows of " + preset.id() + " tell");
        }
        for (Part part : parts) {
            List<List<String>> missing = missing(part);
            if (!missing.isEmpty()) {
                throw SourceException.user(preset.id() + ": " + lacking(part.kind(), missing));
            }
        }
        return List.copyOf(parts);
    }

    /** What rows tell whose columns are called like our fields, or are what the user says. */
    private static Part unaided(List<String> header, Mapping mapping) throws SourceException {
        Map<String, Cell> cells = new LinkedHashMap<>();
        readMapping(List.of(), header, mapping.completed(header), cells);
        Set<String> fields = new HashSet<>(cells.keySet());
        fields.addAll(mapping.constants().keySet());
        Part part = part(mapping.kind().orElse(RowKind.of(fields)), cells, Map.of(), Optional.empty(), mapping);
        List<List<String>> missing = missing(part);
        if (!missing.isEmpty()) {
            throw unrecognised(
                    header, fields.isEmpty() ? "nothing says what its rows are about" : lacking(part.kind(), missing));
        }
        return part;
    }

    private static Part part(
            RowKind kind,
            Map<String, Cell> cells,
            Map<String, String> constants,
            Optional<String> saidBy,
            Mapping mapping) {
        Map<String, String> all = new HashMap<>(constants);
        all.putAll(mapping.constants());
        return new Part(kind, cells, Map.copyOf(all), saidBy);
    }

    private static List<List<String>> missing(Part part) {
        Set<String> fields = new HashSet<>(part.cells().keySet());
        fields.addAll(part.constants().keySet());
        return part.kind().missing(fields);
    }

    /** The same for rows that were all observed at one time, unless they say it themselves. */
    Layout at(Instant time) {
        List<Part> timed = new ArrayList<>();
        for (Part part : parts) {
            Map<String, String> constants = new HashMap<>(part.constants());
            constants.putIfAbsent(Fields.OBSERVED_AT, time.toString());
            timed.add(new Part(part.kind(), part.cells(), Map.copyOf(constants), part.saidBy()));
        }
        return new Layout(version, header, List.copyOf(timed), silences);
    }

    /** Whether rows themselves can say something about a field. */
    boolean reads(String field) {
        return parts.stream().anyMatch(part -> part.reads(field));
    }

    /** Whether no row says anything else of a field. */
    boolean always(String field, String text) {
        return parts.stream()
                .allMatch(part ->
                        !part.reads(field) && text.equals(part.constants().get(field)));
    }

    /** What becomes of each column, in the header's order. */
    List<Explanation.Column> explained() {
        Map<Integer, Set<String>> fields = new HashMap<>();
        Map<Integer, Set<String>> conversions = new HashMap<>();
        for (Part part : parts) {
            part.cells().forEach((field, cell) -> {
                add(fields, cell.index(), field);
                add(conversions, cell.index(), cell.conversion().id());
                for (int copy : cell.copies()) {
                    add(fields, copy, field);
                    add(conversions, copy, "where the first of this name is silent");
                }
            });
        }
        return IntStream.range(0, header.size())
                .mapToObj(index -> new Explanation.Column(
                        header.get(index),
                        String.join(", ", fields.getOrDefault(index, Set.of())),
                        String.join(", ", conversions.getOrDefault(index, Set.of()))))
                .toList();
    }

    private static void add(Map<Integer, Set<String>> texts, int index, String text) {
        texts.computeIfAbsent(index, any -> new LinkedHashSet<>()).add(text);
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
                .filter(name -> preset.columns()
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

    /** The first column in the preset's order that asks for a field fills it; columns of two names share no heading. */
    private static void readPreset(
            List<Column> columns, List<String> header, Mapping mapping, Map<String, Cell> cells) {
        Map<Integer, String> taken = new HashMap<>();
        for (Column column : columns) {
            List<Integer> called = IntStream.range(0, header.size())
                    .filter(index -> column.isCalled(header.get(index)))
                    .filter(index -> !mapping.fields().containsKey(header.get(index)))
                    .filter(index -> taken.getOrDefault(index, column.name()).equals(column.name()))
                    .boxed()
                    .toList();
            boolean wanted =
                    !cells.containsKey(column.field()) && !mapping.fields().containsValue(column.field());
            if (wanted && !called.isEmpty()) {
                Conversion conversion = mapping.conversions().getOrDefault(column.field(), column.conversion());
                cells.put(column.field(), new Cell(called.get(0), called.subList(1, called.size()), conversion));
                called.forEach(index -> taken.put(index, column.name()));
            }
        }
    }

    private static void readMapping(List<Column> columns, List<String> header, Mapping mapping, Map<String, Cell> cells)
            throws SourceException {
        for (Map.Entry<String, String> entry : mapping.fields().entrySet()) {
            String name = entry.getKey();
            String field = entry.getValue();
            if (header.indexOf(name) != header.lastIndexOf(name)) {
                throw SourceException.user(
                        "the column '" + shown(name) + "' stands in the header more than once; rename all but one");
            }
            Conversion usual = columns.stream()
                    .filter(column -> column.isCalled(name) && column.field().equals(field))
                    .map(Column::conversion)
                    .findFirst()
                    .orElse(Conversion.usual(field));
            Conversion conversion = mapping.conversions().getOrDefault(field, usual);
            cells.put(field, new Cell(header.indexOf(name), List.of(), conversion));
        }
    }

    /** {@code rows of kind sale need gross}. */
    private static String lacking(RowKind kind, List<List<String>> missing) {
        return "rows of kind " + kind.id() + " need "
                + missing.stream().map(need -> String.join(" or ", need)).collect(Collectors.joining(", and "));
    }

    private static SourceException unrecognised(List<String> header, String lacking) {
        return SourceException.user("no preset fits the columns " + shown(header) + ", and " + lacking + "; presets: "
                + Presets.ALL.stream().map(preset -> shown(preset, header)).collect(Collectors.joining(", "))
                + "; say what the columns mean with --map column=field, for example --map "
                + shown(header.stream()
                        .filter(name -> !name.isEmpty())
                        .findFirst()
                        .orElse("name"))
                + "=handle, or call them like the fields; the results of an experiment are not imported,"
                + " they are analysed from their file");
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
