package io.virality.ingest.csv;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a file's cells are told apart.
 *
 * @param delimiter between two cells
 * @param quote around a cell that holds delimiters, quotes or line ends
 */
record Dialect(char delimiter, char quote) {

    /** As RFC 4180 has it. */
    static final Dialect USUAL = new Dialect(',', '"');

    private static final char[] DELIMITERS = {',', ';', '\t', '|'};
    private static final Pattern IN_APOSTROPHES =
            Pattern.compile("(?<=^|[,;|\\t])'[^'\\r\\n]*'(?=$|[,;|\\t])", Pattern.MULTILINE);
    private static final Pattern IN_QUOTES = Pattern.compile("(?<=^|[,;|\\t])\"", Pattern.MULTILINE);

    /** What the user knows about a file's writing; what is left open is detected. */
    record Wish(Optional<Charset> charset, Optional<Character> delimiter, Optional<Character> quote) {

        /** Nothing. */
        static final Wish NONE = new Wish(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * The dialect of a text.
     *
     * @param start its first part
     * @param whole whether that is all of it
     */
    static Dialect of(String start, boolean whole, Wish wish) {
        char quote = wish.quote().orElseGet(() -> quote(start));
        return new Dialect(wish.delimiter().orElseGet(() -> delimiter(start, whole, quote)), quote);
    }

    /** Apostrophes, if nearly each line has a cell in them and none has one in quotes. */
    private static char quote(String start) {
        long lines = start.lines().count();
        boolean apostrophes = !IN_QUOTES.matcher(start).find()
                && IN_APOSTROPHES.matcher(start).results().limit(lines).count() >= lines;
        return apostrophes && lines > 0 ? '\'' : '"';
    }

    /** The one that divides the header, and of several the one that divides most rows into as many cells. */
    private static char delimiter(String start, boolean whole, char quote) {
        char best = USUAL.delimiter;
        double bestShare = 0;
        int bestWidth = 1;
        for (char delimiter : DELIMITERS) {
            List<Integer> widths = widths(start, whole, delimiter, quote);
            int width = widths.isEmpty() ? 0 : widths.get(0);
            double share =
                    widths.stream().filter(other -> other == width).count() / (double) Math.max(1, widths.size());
            boolean better = share > bestShare || share == bestShare && width > bestWidth;
            if (width > 1 && better) {
                best = delimiter;
                bestShare = share;
                bestWidth = width;
            }
        }
        return best;
    }

    /** How many cells each row has. */
    private static List<Integer> widths(String start, boolean whole, char delimiter, char quote) {
        List<Integer> widths = new ArrayList<>();
        int width = 1;
        boolean quoted = false;
        boolean cellStarts = true;
        boolean empty = true;
        for (int i = 0; i < start.length(); i++) {
            char character = start.charAt(i);
            boolean lineEnds = !quoted && (character == '\n' || character == '\r');
            if (lineEnds && !empty) {
                widths.add(width);
            }
            if (lineEnds) {
                width = 1;
                empty = true;
            } else {
                empty = false;
            }
            if (character == quote && (quoted || cellStarts)) {
                quoted = !quoted;
            } else if (character == delimiter && !quoted) {
                width++;
            }
            cellStarts = lineEnds || !quoted && (character == delimiter || character == quote);
        }
        if (!empty && (whole || widths.isEmpty())) {
            widths.add(width);
        }
        return widths;
    }
}
