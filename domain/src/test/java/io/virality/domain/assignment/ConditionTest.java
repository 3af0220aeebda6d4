package io.virality.domain.assignment;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.virality.domain.assignment.Attribute.Field;
import io.virality.domain.assignment.Attribute.Fields;
import io.virality.domain.assignment.Attribute.Figure;
import io.virality.domain.assignment.Attribute.Many;
import io.virality.domain.assignment.Attribute.Text;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConditionTest {

    @Test
    void a_range_of_numbers_holds_inside_it() {
        Condition adults =
                Condition.of(one("followers", fields(field("$gte", number(10_000)), field("$lt", number(1e6)))));

        assertTrue(adults.holds(one("followers", number(10_000)), Groups.NONE));
        assertFalse(adults.holds(one("followers", number(1e6)), Groups.NONE));
        assertFalse(adults.holds(Fields.NONE, Groups.NONE));
    }

    @Test
    void an_unknown_operator_never_holds() {
        Condition condition = Condition.of(one("tier", one("$resembles", text("nano"))));

        assertFalse(condition.holds(one("tier", text("nano")), Groups.NONE));
    }

    @Test
    void a_release_comes_after_its_preview_and_ten_after_nine() {
        assertTrue(version("$vgt", "1.0.0-beta", "1.0.0"));
        assertTrue(version("$vgt", "1.9.0", "1.10.0"));
        assertTrue(version("$veq", "v1.2.3+build", "1.2.3"));
    }

    @Test
    void one_of_the_elements_of_a_list_is_enough() {
        Condition condition = Condition.of(one("tags", one("$ini", new Many(List.of(text("BEAUTY"))))));

        assertTrue(condition.holds(one("tags", new Many(List.of(text("food"), text("Beauty")))), Groups.NONE));
    }

    @Test
    void a_pattern_that_would_never_end_matches_nothing() {
        Condition endless = Condition.of(one("page", one("$regex", text("^(a+)+$"))));

        assertTrue(endless.holds(one("page", text("aaaa")), Groups.NONE));
        assertFalse(endless.holds(one("page", text("a".repeat(60) + "!")), Groups.NONE));
    }

    @Test
    void of_a_very_long_text_the_beginning_is_looked_at() {
        Condition first = Condition.of(one("page", one("$regex", text("^ab"))));
        assertTrue(first.holds(one("page", text("ab".repeat(1_000_000))), Groups.NONE));
        Condition last = Condition.of(one("page", one("$regex", text("c"))));
        assertFalse(last.holds(one("page", text("a".repeat(BoundedText.LONGEST) + "c")), Groups.NONE));
    }

    @Test
    void a_pattern_too_deep_for_the_stack_matches_nothing() {
        String group = "(".repeat(200) + "a|b" + ")*".repeat(200);
        Condition deep = Condition.of(one("page", one("$regex", text("^" + group + "$"))));

        assertFalse(deep.holds(one("page", text("ab".repeat(1_000) + "!")), Groups.NONE));
    }

    private static boolean version(String operator, String asked, String actual) {
        return Condition.of(one("app", one(operator, text(asked)))).holds(one("app", text(actual)), Groups.NONE);
    }

    private static Fields one(String name, Attribute value) {
        return fields(field(name, value));
    }

    private static Fields fields(Field... fields) {
        return new Fields(List.of(fields));
    }

    private static Field field(String name, Attribute value) {
        return new Field(name, value);
    }

    private static Attribute number(double value) {
        return new Figure(value);
    }

    private static Attribute text(String value) {
        return new Text(value);
    }
}
