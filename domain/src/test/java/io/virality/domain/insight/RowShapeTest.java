package io.virality.domain.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowShapeTest {

    private static final RowShape SHAPE = new RowShape(List.of("handle", "n", "rate"));

    @Test
    void a_row_of_a_shape_is_like_any_other() {
        Row row = row("alice", 3L, null);
        Row other = Given.row("handle", "alice", "n", 3L, "rate", null);

        assertEquals(other, row);
        assertEquals(row, other);
        assertEquals(other.hashCode(), row.hashCode());
        assertEquals(
                List.of("handle", "n", "rate"), new ArrayList<>(row.values().keySet()));
        assertEquals("alice", row.text("handle"));
        assertEquals(3, row.count("n"));
        assertEquals(3, row.number("n"));
        assertEquals(Double.NaN, row.number("rate"));
        assertEquals(Double.NaN, row.number("growth"));
        assertNull(row.text("nickname"));
    }

    @Test
    void a_row_with_one_more_value_leaves_the_first_as_it_was() {
        Row row = row("alice", 3L, .5);

        assertEquals(Given.row("handle", "alice", "n", 3L, "rate", .5, "note", "few"), row.with("note", "few"));
        assertEquals(3, row.values().size());
    }

    @Test
    void a_row_cannot_be_changed() {
        assertThrows(
                UnsupportedOperationException.class,
                () -> row("alice", 3L, .5).values().put("n", 4L));
    }

    @Test
    void a_row_of_another_shape_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> row("alice", 3L));
    }

    private static Row row(Object... values) {
        return SHAPE.row(new RowShape.Source() {
            @Override
            public int size() {
                return values.length;
            }

            @Override
            public Object at(int place) {
                return values[place];
            }
        });
    }
}
