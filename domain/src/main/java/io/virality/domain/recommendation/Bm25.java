package io.virality.domain.recommendation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How well texts answer to words: BM25 (Robertson and Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond, 2009)
 * with k = 1.2, b = .75, and the inverse document frequency that is never negative.
 */
final class Bm25 {

    private static final double K = 1.2;
    private static final double B = .75;
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Map<String, Map<Integer, Integer>> places = new HashMap<>();
    private final int[] lengths;
    private final double usualLength;

    Bm25(List<String> texts) {
        lengths = new int[texts.size()];
        long all = 0;
        for (int i = 0; i < lengths.length; i++) {
            List<String> words = words(texts.get(i));
            lengths[i] = words.size();
            all += words.size();
            for (String word : words) {
                places.computeIfAbsent(word, any -> new HashMap<>()).merge(i, 1, Integer::sum);
            }
        }
        usualLength = Math.max(1, all) / (double) Math.max(1, lengths.length);
    }

    /** The words of a text, in lower case. */
    static List<String> words(String text) {
        List<String> words = new ArrayList<>(List.of(BETWEEN_WORDS.split(text.toLowerCase(Locale.ROOT))));
        words.removeIf(String::isEmpty);
        return words;
    }

    /** A score a text; each word counts once, however often it is given. */
    double[] scores(Collection<String> words) {
        double[] scores = new double[lengths.length];
        for (String word : new HashSet<>(words)) {
            Map<Integer, Integer> found = places.getOrDefault(word, Map.of());
            double rarity = Math.log(1 + (lengths.length - found.size() + .5) / (found.size() + .5));
            found.forEach((text, times) ->
                    scores[text] += rarity * times * (K + 1) / (times + K * (1 - B + B * lengths[text] / usualLength)));
        }
        return scores;
    }
}
