package io.virality.domain.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RejectionTest {

    @Test
    void texts_of_sensible_length_stay_whole() {
        Rejection rejection = new Rejection("1", "no number", "d".repeat(200), "r".repeat(2_000));

        assertEquals("d".repeat(200), rejection.detail());
        assertEquals("r".repeat(2_000), rejection.raw());
    }

    @Test
    void long_texts_are_cut() {
        Rejection rejection = new Rejection("1", "no number", "d".repeat(201), "r".repeat(1_000_000));

        assertEquals("d".repeat(199) + "…", rejection.detail());
        assertEquals("r".repeat(1_999) + "…", rejection.raw());
    }

    @Test
    void no_emoji_is_cut_in_half() {
        for (int before = 190; before < 200; before++) {
            String detail = new Rejection("1", "no number", "d".repeat(before) + "🎉" + "d".repeat(20), "").detail();

            assertTrue(detail.length() == 200 || detail.length() == 199);
            assertTrue(detail.matches("d+(🎉d*)?…"), detail);
        }
    }
}
