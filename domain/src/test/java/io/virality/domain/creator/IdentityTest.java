package io.virality.domain.creator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityTest {

    private static final Handle HANDLE = Handle.tiktok("ada");

    @Test
    void a_handle_alone_is_enough() {
        assertEquals(new Identity(Platform.TIKTOK, Optional.empty(), Optional.of(HANDLE)), Identity.of(HANDLE));
    }

    @Test
    void a_platform_id_alone_is_enough() {
        Identity identity = new Identity(Platform.YOUTUBE, Optional.of("UC1"), Optional.empty());

        assertEquals(Optional.of("UC1"), identity.platformId());
    }

    @Test
    void an_id_of_many_digits_stays_text() {
        assertEquals(
                Optional.of("68034719650018263170"),
                Identity.of("68034719650018263170", HANDLE).platformId());
    }

    @Test
    void nobody_is_refused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new Identity(Platform.TIKTOK, Optional.empty(), Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n"})
    void a_blank_id_is_refused(String id) {
        assertThrows(IllegalArgumentException.class, () -> Identity.of(id, HANDLE));
    }

    @Test
    void an_id_of_64_characters_is_the_longest() {
        assertEquals(
                Optional.of("1".repeat(64)), Identity.of("1".repeat(64), HANDLE).platformId());
        assertThrows(IllegalArgumentException.class, () -> Identity.of("1".repeat(65), HANDLE));
    }

    @Test
    void a_handle_of_another_platform_is_refused() {
        Exception refusal = assertThrows(
                IllegalArgumentException.class,
                () -> new Identity(Platform.YOUTUBE, Optional.of("UC1"), Optional.of(HANDLE)));

        assertEquals("a tiktok handle on youtube", refusal.getMessage());
    }
}
