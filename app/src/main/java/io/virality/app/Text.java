package io.virality.app;

import java.util.ArrayList;
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

    /** Lines of cells that stand below each other. */
    static List<String> table(List<List<String>> rows) {
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                int place = column;
                int width = rows.stream()
                        .mapToInt(each -> each.get(place).length())
                        .max()
                        .orElse(0);
                line.append("  ").append(padded(row.get(column), width, false));
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
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
