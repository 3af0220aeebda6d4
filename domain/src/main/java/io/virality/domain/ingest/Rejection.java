package io.virality.domain.ingest;

/**
 * A row that could not be understood. Rows are rejected with a reason, never dropped.
 *
 * @param position where the row stands in its source: a line number or a cursor
 * @param reason what is wrong, the same text for all rows of one kind
 * @param detail the offending value
 * @param raw the row as it was read, cut to a sensible length
 */
public record Rejection(String position, String reason, String detail, String raw) implements Reading {

    private static final int LONGEST_RAW = 2_000;
    private static final int LONGEST_DETAIL = 200;

    /** Long texts are cut. */
    public Rejection {
        detail = cut(detail, LONGEST_DETAIL);
        raw = cut(raw, LONGEST_RAW);
    }

    private static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        int end = length - 1;
        // Half an emoji is no text.
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}
