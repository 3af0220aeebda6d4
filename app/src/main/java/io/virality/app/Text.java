package io.virality.app;

import java.util.List;

/** Text for terminals and files. What comes from data is hostile: it may hold control characters. */
final class Text {

    private Text() {}

    /** On one line, without control and direction characters. */
    static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints()
                .map(point -> Character.isWhitespace(point) ? ' ' : point)
                .filter(point ->
                        Character.getType(point) != Character.CONTROL && Character.getType(point) != Character.FORMAT)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    /** A row of comma-separated values (RFC 4180). */
    static String csv(List<String> cells) {
        return String.join(",", cells.stream().map(Text::quoted).toList());
    }

    private static String quoted(String cell) {
        boolean special = cell.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return special ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }

    /** The text, or its beginning and an ellipsis where it has more characters than that. */
    static String shortened(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }

    /** A text of at least that many characters, filled with blanks on the left or right. */
    static String padded(String text, int width, boolean toTheRight) {
        String blanks = " ".repeat(Math.max(0, width - text.codePointCount(0, text.length())));
        return toTheRight ? blanks + text : text + blanks;
    }
}
