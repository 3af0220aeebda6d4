package io.virality.domain.category;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether words are English as far as can be seen: by what a source says, by the script, and by the small words that
 * every sentence holds. Words without any, such as hashtags, pass.
 */
public final class Language {

    private static final Set<String> ENGLISH =
            words("the and of to is in my you for with your are this that on it i we me");

    private static final Set<String> OTHERS = words("el los las una que para con por mi soy como pero esta "
            + "um uma nao não meu minha sou voce você dos das "
            + "le les des une est je suis pour avec mon moi pas sur "
            + "der die und ich ist nicht mit ein eine auf mein "
            + "il che sono per non della dei mio "
            + "yang dan di untuk ini dari aku saya ke bukan ang ng mga ako "
            + "bir ve benim icin için ile cok çok tôi của và");

    private Language() {}

    private static Set<String> words(String all) {
        return Arrays.stream(all.split(" ")).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether a source tells another language, or else the words look like one. */
    public static boolean isOther(Optional<String> told, String text) {
        return told.filter(tag -> !tag.toLowerCase(Locale.ROOT).startsWith("en"))
                        .isPresent()
                || mostlyOtherLetters(text)
                || moreOtherWords(text);
    }

    private static boolean mostlyOtherLetters(String text) {
        long letters = text.codePoints().filter(Character::isLetter).count();
        long latin = text.codePoints()
                .filter(Character::isLetter)
                .filter(letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.LATIN)
                .count();
        return 2 * latin < letters;
    }

    private static boolean moreOtherWords(String text) {
        List<String> words = Words.of(text).toList();
        return count(words.stream(), OTHERS) > count(words.stream(), ENGLISH);
    }

    private static long count(Stream<String> words, Set<String> known) {
        return words.filter(known::contains).count();
    }
}
