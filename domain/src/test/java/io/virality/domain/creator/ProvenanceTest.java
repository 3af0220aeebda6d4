package io.virality.domain.creator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProvenanceTest {

    @Test
    void one_observation_is_not_mixed() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new Provenance("feed", "feed@1", Origin.MIXED, Freshness.LIVE, Instant.EPOCH, false));
    }

    @ParameterizedTest
    @CsvSource({"true, false, real", "false, true, simulated", "true, true, mixed", "false, false, real"})
    void a_set_is_as_real_as_its_parts(boolean anyReal, boolean anySimulated, String origin) {
        assertEquals(origin, Origin.of(anyReal, anySimulated).id());
    }
}
