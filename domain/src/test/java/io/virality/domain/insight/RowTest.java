package io.virality.domain.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowTest {

    private static final Row ROW = Given.row("name", "ada", "n", 7L, "rate", .25, "nothing", null);

    @Test
    void values_are_read_by_their_kind() {
        assertEquals("ada", ROW.text("name"));
        assertEquals(7, ROW.count("n"));
        assertEquals(.25, ROW.number("rate"));
        assertEquals(7, ROW.number("n"));
    }

    @Test
    void an_absent_value_is_null_or_not_a_number() {
        assertNull(ROW.text("nothing"));
        assertEquals(Double.NaN, ROW.number("nothing"));
        assertThrows(NullPointerException.class, () -> ROW.count("nothing"));
    }

    @Test
    void another_value_comes_last_or_takes_the_place() {
        assertEquals(
                List.of("name", "n", "rate", "nothing", "more"),
                new ArrayList<>(ROW.with("more", true).values().keySet()));
        assertEquals(Given.row("name", "bob", "n", 7L, "rate", .25, "nothing", null), ROW.with("name", "bob"));
        assertEquals("ada", ROW.text("name"), "the row itself does not change");
    }
}
