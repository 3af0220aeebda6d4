package io.virality.web;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** What somebody who mistyped a name may have meant. */
final class Suggestion {

    /** More slips than this are no slips. */
    private static final int MOST_SLIPS = 3;

    private Suggestion() {}

    /** The known name that is fewest slips away, whatever its case; none if all are far away. */
    static Optional<String> nearest(String given, Collection<String> known) {
        return known.stream()
                .filter(name -> slips(given, name) <= MOST_SLIPS)
                .min(Comparator.comparingInt(name -> slips(given, name)));
    }

    /** How many letters must be added, left out or changed: Levenshtein's distance. */
    private static int slips(String given, String name) {
        String from = given.toLowerCase(Locale.ROOT);
        String to = name.toLowerCase(Locale.ROOT);
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int changed = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
