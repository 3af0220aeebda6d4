package io.virality.application;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Guesses what a mistyped name was meant to be. */
public final class Suggestion {

    /** More slips than this, or in more than half of the letters, are no slips. */
    private static final int MOST_SLIPS = 3;

    private Suggestion() {}

    /** A name nobody knows, as a message: {@code unknown setting 'prot': did you mean 'port'?}, or the known ones. */
    public static String unknown(String what, String given, Collection<String> known) {
        String help = nearest(given, known)
                .map(name -> "did you mean '" + name + "'?")
                .orElseGet(() -> "known: " + String.join(", ", known));
        return "unknown " + what + " '" + given + "': " + help;
    }

    /** The known name that differs least from the given one, unless all are too far away to be meant. */
    public static Optional<String> nearest(String given, Collection<String> known) {
        String typed = given.toLowerCase(Locale.ROOT);
        return known.stream()
                .filter(name ->
                        distance(typed, name.toLowerCase(Locale.ROOT)) <= Math.min(MOST_SLIPS, name.length() / 2))
                .min(Comparator.comparingInt(name -> distance(typed, name.toLowerCase(Locale.ROOT))));
    }

    /** How many letters must be inserted, removed or replaced to make one of the other (Levenshtein). */
    private static int distance(String one, String other) {
        int[] above = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[other.length() + 1];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = above[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[other.length()];
    }
}
