package io.virality.domain.ingest;

import java.time.Instant;
import java.util.Optional;

/**
 * A row that could not be understood. Rows are rejected with a reason, never dropped.
 *
 * @param position where the row stands in its source: a line number or a cursor
 * @param reason what is wrong, the same text for all rows of one kind
 * @param detail the offending value
 * @param raw the row as it was read, cut to a sensible length
 * @param fields what was read of it, in the product's own form, to be read again under other rules; empty where there is
 *     nothing or too much to keep
 * @param field the name of the field that is wrong, where one is
 */
public record Rejection(
        String position, String reason, String detail, String raw, Optional<String> fields, Optional<String> field)
        implements Reading {

    private static final int LONGEST_RAW = 2_000;
    private static final int LONGEST_DETAIL = 200;
    private static final int LONGEST_FIELDS = 20_000;

    /** Long texts are cut; fields that are too long are left out, because half of them would be a guess. */
    public Rejection {
        fields = fields.filter(text -> text.length() <= LONGEST_FIELDS);
        detail = cut(detail, LONGEST_DETAIL);
        raw = cut(raw, LONGEST_RAW);
    }

    /** A row of which no single field is known to be wrong. */
    public Rejection(String position, String reason, String detail, String raw, Optional<String> fields) {
        this(position, reason, detail, raw, fields, Optional.empty());
    }

    /** A row of which nothing can be read again. */
    public Rejection(String position, String reason, String detail, String raw) {
        this(position, reason, detail, raw, Optional.empty());
    }

    private static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        int end = length - 1;
        // Half an emoji is no text.
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    @Override
    public Optional<Instant> assumedTime() {
        return Optional.empty();
    }
}
