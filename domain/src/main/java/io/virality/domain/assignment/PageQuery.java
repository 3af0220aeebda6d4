package io.virality.domain.assignment;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The query of a page's address, read as GrowthBook's SDKs read it: undecoded, up to a second question mark. */
record PageQuery(String text) {

    private static final Pattern LEADING_NUMBER = Pattern.compile("\\s*([+-]?\\d{1,9}).*", Pattern.DOTALL);

    static PageQuery of(String url) {
        String[] parts = url.split("\\?", -1);
        return new PageQuery(parts.length > 1 ? parts[1].replaceFirst("#.*", "") : "");
    }

    /** The number given under a name, if the first given is one from 0 to below the limit. */
    OptionalInt number(String name, int limit) {
        return Arrays.stream(text.split("&"))
                .map(pair -> pair.split("=", -1))
                .filter(pair -> pair[0].equals(name))
                .limit(1)
                .filter(pair -> pair.length > 1)
                .map(pair -> LEADING_NUMBER.matcher(pair[1]))
                .filter(Matcher::matches)
                .mapToInt(number -> Integer.parseInt(number.group(1)))
                .filter(number -> number >= 0 && number < limit)
                .findFirst();
    }
}
