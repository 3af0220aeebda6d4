package io.virality.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTest {

    @Test
    void control_and_direction_characters_do_not_reach_a_terminal() {
        assertEquals("[31mred txt.exe", Text.plain("\u001b[31mred\n\u202etxt.exe"));
        assertEquals("日本 🎉", Text.plain("日本 🎉"));
    }

    @Test
    void csv_cells_are_quoted_where_needed() {
        assertEquals(
                "a,\"b,c\",\"say \"\"hi\"\"\",\"two\nlines\"",
                Text.csv(List.of("a", "b,c", "say \"hi\"", "two\nlines")));
    }

    @Test
    void a_long_text_is_cut_between_characters() {
        assertEquals("🎉🎉🎉", Text.shortened("🎉🎉🎉", 3));
        assertEquals("🎉🎉…", Text.shortened("🎉🎉🎉🎉", 3));
    }

    @Test
    void padding_counts_characters_not_code_units() {
        assertEquals("🎉  ", Text.padded("🎉", 3, false));
        assertEquals("  🎉", Text.padded("🎉", 3, true));
        assertEquals("long", Text.padded("long", 2, true));
    }
}
