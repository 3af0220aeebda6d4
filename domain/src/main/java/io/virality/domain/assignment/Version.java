package io.virality.domain.assignment;

import io.virality.domain.assignment.Attribute.Figure;
import io.virality.domain.assignment.Attribute.Text;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The version of a program, comparable as GrowthBook compares: part by part, numbers by value up to five digits, and
 * a release after its previews. A leading v and what follows a plus do not count.
 */
record Version(String comparable) implements Comparable<Version> {

    private static final Pattern IGNORED = Pattern.compile("^v|\\+.*$");
    private static final Pattern SEPARATOR = Pattern.compile("[-.]");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    static Version of(Attribute written) {
        boolean readable = written.truthy() && (written instanceof Text || written instanceof Figure);
        String[] parts =
                SEPARATOR.split(IGNORED.matcher(readable ? written.text() : "0").replaceAll(""), -1);
        String comparable = Arrays.stream(parts)
                .map(part -> NUMBER.matcher(part).matches() ? padded(part) : part)
                .collect(Collectors.joining("-"));
        // A release has three parts; the tilde follows every letter that a preview may begin with.
        return new Version(parts.length == 3 ? comparable + "-~" : comparable);
    }

    private static String padded(String number) {
        return " ".repeat(Math.max(0, 5 - number.length())) + number;
    }

    @Override
    public int compareTo(Version other) {
        return comparable.compareTo(other.comparable);
    }
}
