package io.virality.ingest.csv;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one provider's files look like.
 *
 * @param name what the user calls it
 * @param version counts the changes of its meaning
 * @param kind what a row describes: one of {@link io.virality.spi.Kinds}
 * @param required the names of the columns by which such a file is recognised
 * @param columns what its columns mean; those not among the required ones may be absent
 * @param constants fields that are the same for all rows
 * @param silences cell texts by which the provider says nothing, besides the empty cell
 */
record Preset(
        String name,
        int version,
        String kind,
        Set<String> required,
        List<Column> columns,
        Map<String, String> constants,
        Set<String> silences) {

    /** Name and version: {@code bright-data-profiles@1}. */
    String id() {
        return name + "@" + version;
    }

    /** Whether a user means this preset: by its name or by its name and version. */
    boolean isCalled(String called) {
        return called.equals(name) || called.equals(id());
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
                || columns.stream().anyMatch(column -> column.name().equals(name) && column.isCalled(heading));
    }
}
