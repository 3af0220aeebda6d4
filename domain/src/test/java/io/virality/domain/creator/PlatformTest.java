package io.virality.domain.creator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlatformTest {

    @ParameterizedTest
    @EnumSource
    void a_platform_is_found_by_its_id(Platform platform) {
        assertEquals(platform, Platform.of(platform.id()));
    }

    @Test
    void an_unknown_platform_is_refused() {
        assertEquals("tiktok", Platform.TIKTOK.id());
        assertThrows(IllegalArgumentException.class, () -> Platform.of("TIKTOK"));
    }
}
