package io.virality.spi;

import java.util.Map;
import java.util.Optional;

/**
 * One row as the source has it: named texts, not yet validated. The host turns it into what it means, or puts it into
 * quarantine with {@link #position()} and {@link #raw()}.
 *
 * <p>Kinds and fields that the host understands ({@link Kinds}, {@link Fields}); fields it does not know are ignored.
 */
public interface SourceRow {

    /** What the row describes: one of {@link Kinds}. */
    String kind();

    /** Where the row stands: a line number in a file, a cursor in an API. */
    String position();

    /** The text of a field, or {@code null} where the source says nothing: absent, empty, not available. */
    String field(String name);

    /** The row as it was read, for the quarantine. */
    String raw();

    /**
     * What makes the row unreadable, where its source can tell: too few cells, a broken record. Such a row is rejected,
     * its fields are not asked for. What stands before the first colon is the same for all rows of one defect, what
     * follows is this row's: {@code the row has another number of cells than the header: 11 instead of 12}.
     */
    default Optional<String> defect() {
        return Optional.empty();
    }

    /** A row of the given fields; its raw form is the fields' own text. */
    static SourceRow of(String kind, String position, Map<String, String> fields) {
        return new FieldsRow(kind, position, Map.copyOf(fields));
    }
}
