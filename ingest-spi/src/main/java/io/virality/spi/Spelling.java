package io.virality.spi;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Guesses what a mistyped name was meant to be. */
final class Spelling {

    private Spelling() {}

    /** The known name that differs least from the given one, unless all differ in more than a third of their letters. */
    static Optional<String> nearest(String given, Collection<String> known) {
        String typed = given.toLowerCase(Locale.ROOT);
        return known.stream()
                .filter(name -> distance(typed, name.toLowerCase(Locale.ROOT)) <= Math.max(1, name.length() / 3))
                .min(Comparator.comparingInt((String name) -> distance(typed, name.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** How many letters must be inserted, removed, replaced or swapped with the next to make one of the other. */
    private static int distance(String one, String other) {
        int[][] steps = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                if (i == 0 || j == 0) {
                    steps[i][j] = i + j;
                } else {
                    boolean same = one.charAt(i - 1) == other.charAt(j - 1);
                    int inserted = 1 + Math.min(steps[i - 1][j], steps[i][j - 1]);
                    steps[i][j] = Math.min(inserted, steps[i - 1][j - 1] + (same ? 0 : 1));
                    if (i > 1
                            && j > 1
                            && one.charAt(i - 1) == other.charAt(j - 2)
                            && one.charAt(i - 2) == other.charAt(j - 1)) {
                        steps[i][j] = Math.min(steps[i][j], steps[i - 2][j - 2] + 1);
                    }
                }
            }
        }
        return steps[one.length()][other.length()];
    }
}
