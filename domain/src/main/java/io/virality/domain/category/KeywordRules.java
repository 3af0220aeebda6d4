package io.virality.domain.category;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The simplest that could stand in for a model: a category is told by its words. */
public final class KeywordRules {

    /** Hashtags run words together: one that begins with so long a keyword counts. */
    private static final int LONG = 4;

    private KeywordRules() {}

    /** How many words of a text tell each category, in their order. */
    public static int[] hits(String text) {
        int[] hits = new int[Category.ALL.size()];
        List<String> words = Words.of(text).toList();
        for (Category category : Category.ALL) {
            hits[category.ordinal()] = (int) words.stream()
                    .filter(word -> category.keywords().stream().anyMatch(keyword -> tells(word, keyword)))
                    .count();
        }
        return hits;
    }

    private static boolean tells(String word, String keyword) {
        return word.equals(keyword) || keyword.length() >= LONG && word.startsWith(keyword);
    }

    /** The categories that most words tell; empty if none does. */
    public static Set<Category> answer(int[] hits) {
        Set<Category> answer = EnumSet.noneOf(Category.class);
        int most = 1;
        for (Category category : Category.ALL) {
            int told = hits[category.ordinal()];
            if (told > most) {
                answer.clear();
                most = told;
            }
            if (told == most) {
                answer.add(category);
            }
        }
        return Collections.unmodifiableSet(answer);
    }
}
