package io.virality.domain.search;

import io.virality.domain.category.Language;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What somebody looks for, in plain words. Nothing in it is a command: signs only separate words.
 *
 * @param text as it was given
 */
public record SearchText(String text) {

    /** A text may have so many characters. */
    public static final int LONGEST = 10_000;

    /** So many different words are looked for; the others are not read. */
    public static final int MOST_WORDS = 64;

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    /** They stand nearly everywhere, so finding them says nothing. */
    private static final Set<String> SMALL_WORDS = Set.of(
            "a", "an", "and", "are", "as", "at", "be", "by", "for", "from", "in", "is", "it", "of", "on", "or", "our",
            "that", "the", "their", "this", "to", "we", "who", "with", "you", "your");

    /** They write without blanks, so that a word may stand within what looks like one. */
    private static final Set<UnicodeScript> WITHOUT_BLANKS = Set.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR);

    /**
     * A word to look for.
     *
     * @param word in lower case, of letters and digits only
     * @param beginning whether words that only begin so count, too
     */
    public record Word(String word, boolean beginning) {}

    /** @throws IllegalArgumentException if the text is too long, or there is no letter and no digit in it */
    public SearchText {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "a search must have at most " + LONGEST + " characters, not " + text.length());
        }
        if (text.codePoints().noneMatch(Character::isLetterOrDigit)) {
            throw new IllegalArgumentException("there is nothing to search for: a search needs letters or digits");
        }
    }

    /**
     * What to look for, each once: the words in their order, then neighbouring words written as one, as hashtags are, so
     * that {@code vegan skincare} is found in #veganskincare. Small words count only if there are no others.
     */
    public List<Word> terms() {
        List<String> all = all();
        Set<String> terms = new LinkedHashSet<>();
        all.stream()
                .filter(word -> !SMALL_WORDS.contains(word) || SMALL_WORDS.containsAll(all))
                .limit(MOST_WORDS)
                .forEach(terms::add);
        for (int i = 1; i < Math.min(all.size(), MOST_WORDS); i++) {
            terms.add(all.get(i - 1) + all.get(i));
        }
        return terms.stream().map(term -> new Word(term, withoutBlanks(term))).toList();
    }

    private List<String> all() {
        List<String> words = new ArrayList<>();
        for (String word : BETWEEN_WORDS.split(text.toLowerCase(Locale.ROOT))) {
            if (word.codePoints().anyMatch(Character::isLetterOrDigit)) {
                words.add(word);
            }
        }
        return words;
    }

    private static boolean withoutBlanks(String word) {
        return word.codePoints().mapToObj(UnicodeScript::of).anyMatch(WITHOUT_BLANKS::contains);
    }

    /** Whether the sentence model, which has learnt English, can be asked about it. */
    public boolean english() {
        return !Language.isOther(Optional.empty(), text);
    }
}
