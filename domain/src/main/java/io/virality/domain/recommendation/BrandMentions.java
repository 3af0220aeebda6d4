package io.virality.domain.recommendation;

import java.text.Normalizer;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Texts that name a brand: what a ranker must not see that is asked who works for it. A text names a brand if it holds the
 * brand's name written as one word, however it is cased and whatever stands between its letters; if it is one of the
 * hashtags that show a partnership, or holds one as a word; if it is a longer word of the name; or if it is the name, or such
 * a hashtag, with one letter more, less or another. Rather too many are refused than too few.
 */
final class BrandMentions implements Predicate<String> {

    /** Shorter ones stand in other words by chance. */
    private static final int SHORTEST_INSIDE = 4;

    private static final int SHORTEST_MISSPELT = 6;
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}_]+");
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

    private final Set<String> names = new HashSet<>();
    private final Set<String> words = new HashSet<>();
    private final Map<String, Boolean> known = new ConcurrentHashMap<>();

    BrandMentions(Collection<Partnership> partnerships) {
        for (Partnership partnership : partnerships) {
            String name = bare(partnership.brand());
            names.add(name);
            words.add(name);
            partnership.hashtags().stream().map(BrandMentions::bare).forEach(words::add);
            BETWEEN_WORDS
                    .splitAsStream(partnership.brand())
                    .map(BrandMentions::bare)
                    .filter(word -> word.length() >= SHORTEST_INSIDE)
                    .forEach(words::add);
        }
        words.remove("");
        names.remove("");
    }

    @Override
    public boolean test(String text) {
        String whole = bare(text);
        return names.stream().anyMatch(name -> name.length() >= SHORTEST_INSIDE && whole.contains(name))
                || BETWEEN_WORDS.splitAsStream(text).map(BrandMentions::bare).anyMatch(this::isName);
    }

    private boolean isName(String word) {
        return known.computeIfAbsent(
                word,
                asked -> words.contains(asked)
                        || asked.length() >= SHORTEST_MISSPELT
                                && words.stream()
                                        .anyMatch(name ->
                                                name.length() >= SHORTEST_MISSPELT && differByOneLetter(name, asked)));
    }

    private static boolean differByOneLetter(String one, String other) {
        if (Math.abs(one.length() - other.length()) > 1) {
            return false;
        }
        int start = 0;
        int shorter = Math.min(one.length(), other.length());
        while (start < shorter && one.charAt(start) == other.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < shorter - start && one.charAt(one.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
            end++;
        }
        return Math.max(one.length(), other.length()) - start - end <= 1;
    }

    private static String bare(String text) {
        String plain = ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("");
        return NO_LETTERS.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll("");
    }
}
