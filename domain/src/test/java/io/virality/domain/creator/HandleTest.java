package io.virality.domain.creator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.virality.domain.ForManySeeds;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HandleTest {

    /** Behind the alphabets and the symbols that lower case turns into letters of an alphabet. */
    private static final char AFTER_LETTERLIKE_SYMBOLS = 0x2200;

    @ParameterizedTest
    @CsvSource({"charlidamelio, charlidamelio", "@khaby.lame, khaby.lame", "Bella_Poarch, bella_poarch", "@X, x", "., ."
    })
    void a_tiktok_handle_loses_its_at_sign_and_its_capitals(String given, String name) {
        assertEquals(name, Handle.tiktok(given).name());
        assertEquals(Platform.TIKTOK, Handle.tiktok(given).platform());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "@", "@@twice", "a b", " a", "a ", "a-b", "ü", "!", "a\nb", "a/b", "ａ"})
    void what_tiktok_does_not_allow_is_refused_and_quoted(String name) {
        Exception refusal = assertThrows(IllegalArgumentException.class, () -> Handle.tiktok(name));

        assertEquals("not a tiktok handle: '" + name + "'", refusal.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"TIKTOK, 24", "INSTAGRAM, 30", "YOUTUBE, 30"})
    void each_platform_has_its_greatest_length(Platform platform, int longest) {
        assertEquals("a".repeat(longest), new Handle(platform, "a".repeat(longest)).name());
        assertThrows(IllegalArgumentException.class, () -> new Handle(platform, "a".repeat(longest + 1)));
    }

    @Test
    void youtube_allows_letters_of_any_script() {
        assertEquals("музыка-24", new Handle(Platform.YOUTUBE, "@Музыка-24").name());
        assertThrows(IllegalArgumentException.class, () -> new Handle(Platform.YOUTUBE, "My Channel"));
    }

    @Test
    void exactly_the_latin_letters_digits_underscore_and_full_stop_make_a_tiktok_handle() {
        String allowed = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._";
        for (char character = 0; character < AFTER_LETTERLIKE_SYMBOLS; character++) {
            String name = "a" + character;
            if (allowed.indexOf(character) >= 0 != isAllowed(Platform.TIKTOK, name)) {
                fail("U+" + Integer.toHexString(character));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_handle_read_again_stays_as_it_is(Platform platform) {
        for (char character = 0; character < AFTER_LETTERLIKE_SYMBOLS; character++) {
            String name = String.valueOf(character);
            if (isAllowed(platform, name)) {
                Handle handle = new Handle(platform, name);
                assertEquals(handle, new Handle(platform, handle.name()));
            }
        }
    }

    @ForManySeeds
    void case_and_at_sign_make_no_difference(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        String name = random.ints(random.nextInt(1, 25), 0, 4)
                .mapToObj(index -> new String[] {"a", "z", "_", "7"}[index])
                .reduce("", String::concat);

        assertEquals(Handle.tiktok(name), Handle.tiktok("@" + name.toUpperCase(Locale.ROOT)));
        assertTrue(isAllowed(Platform.TIKTOK, name));
    }

    private static boolean isAllowed(Platform platform, String name) {
        try {
            new Handle(platform, name);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
