package io.virality.ingest.csv;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a column of a file means.
 *
 * @param name what it is usually called
 * @param pattern which {@linkplain #plain plain} names it goes by
 * @param field the field it fills: one of {@link io.virality.spi.Fields}
 * @param conversion from a cell's text to the field's text
 */
record Column(String name, Pattern pattern, String field, Conversion conversion) {

    /** A column of one name. */
    Column(String name, String field, Conversion conversion) {
        this(name, Pattern.compile(Pattern.quote(plain(name))), field, conversion);
    }

    /** A column whose cells are the field's text as they stand. */
    Column(String name, String field) {
        this(name, field, Conversion.PLAIN);
    }

    /** A column that goes by several names. */
    static Column like(String name, String pattern, String field, Conversion conversion) {
        return new Column(name, Pattern.compile(pattern), field, conversion);
    }

    /** Whether a column of a header is this one. */
    boolean isCalled(String heading) {
        return pattern.matcher(plain(heading)).matches();
    }

    /** Lower-case words with one blank between: what headings of different months have in common. */
    static String plain(String heading) {
        return heading.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
