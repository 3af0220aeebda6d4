package io.virality.ingest.csv;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What one provider's files look like.
 *
 * @param name what the user calls it
 * @param version counts the changes of its meaning
 * @param required the names of the columns by which such a file is recognised
 * @param parts what its rows tell, mostly one thing
 * @param silences cell texts by which the provider says nothing, besides the empty cell
 */
record Preset(String name, int version, Set<String> required, List<Part> parts, Set<String> silences) {

    /**
     * Something that each row tells.
     *
     * @param kind what it is about
     * @param columns what the columns mean for it; those not among the required ones may be absent
     * @param constants fields of which all rows say the same, unless a column says it
     * @param saidBy the field without which a row does not tell this part
     */
    record Part(RowKind kind, List<Column> columns, Map<String, String> constants, Optional<String> saidBy) {

        /** A part that each row tells. */
        Part(RowKind kind, List<Column> columns, Map<String, String> constants) {
            this(kind, columns, constants, Optional.empty());
        }
    }

    /** Files of which each row tells one thing. */
    Preset(
            String name,
            int version,
            RowKind kind,
            Set<String> required,
            List<Column> columns,
            Map<String, String> constants,
            Set<String> silences) {
        this(name, version, required, List.of(new Part(kind, columns, constants)), silences);
    }

    /** Name and version: {@code bright-data-profiles@1}. */
    String id() {
        return name + "@" + version;
    }

    /** Whether a user means this preset: by its name or by its name and version. */
    boolean isCalled(String called) {
        return called.equals(name) || called.equals(id());
    }

    /** What the columns mean, in any of the parts. */
    Stream<Column> columns() {
        return parts.stream().flatMap(part -> part.columns().stream());
    }

    /** The required columns that a header lacks, in alphabetical order. */
    List<String> missing(List<String> header) {
        return required.stream()
                .filter(name -> header.stream().noneMatch(heading -> isColumn(name, heading)))
                .sorted()
                .toList();
    }

    /** A required column that fills no field goes by its name alone. */
    private boolean isColumn(String name, String heading) {
        return Column.plain(name).equals(Column.plain(heading))
                || columns().anyMatch(column -> column.name().equals(name) && column.isCalled(heading));
    }
}
