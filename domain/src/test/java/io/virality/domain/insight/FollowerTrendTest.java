package io.virality.domain.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.virality.domain.creator.Tiers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FollowerTrendTest {

    @Test
    void steps_are_chained_and_a_gap_is_told() {
        List<Row> rows = asked(Map.of())
                .conclude(Given.evidence(List.of(
                        step("2026-01-02", 9, .1, .2), step("2026-01-03", 4, .1, .2), step("2026-01-05", 9, -.5, .2))))
                .rows();

        assertEquals(1.1, rows.get(0).number("index"), 1e-15);
        assertEquals(1.21, rows.get(1).number("index"), 1e-15);
        assertEquals(.605, rows.get(2).number("index"), 1e-15);
        assertNull(rows.get(0).text("note"));
        assertEquals("n below 5: too few for an interval", rows.get(1).text("note"));
        assertNull(rows.get(1).values().get("low"));
        assertEquals(
                "after a gap: what happened in it is not in the index",
                rows.get(2).text("note"));
    }

    @Test
    void the_interval_lies_around_the_growth() {
        Row row = asked(Map.of())
                .conclude(Given.evidence(List.of(step("2026-01-02", 9, .1, .03))))
                .rows()
                .get(0);

        assertTrue(row.number("low") < .1 && row.number("high") > .1);
        assertTrue(row.number("low") > .07 && row.number("high") < .13);
    }

    @Test
    void weeks_follow_each_other_without_a_gap() {
        List<Row> rows = asked(Map.of("step", "week"))
                .conclude(Given.evidence(List.of(step("2026-01-05", 9, .1, .2), step("2026-01-12", 9, .1, .2))))
                .rows();

        assertNull(rows.get(1).text("note"));
    }

    @Test
    void a_handle_is_read_as_people_write_it_and_one_creator_needs_no_interval() {
        FollowerTrend question = asked(Map.of("handle", " @WillSmith"));

        assertEquals(Optional.of("willsmith"), question.handle());
        assertEquals("How do the followers of @willsmith develop over time?", question.words());
        assertNull(question.conclude(Given.evidence(List.of(step("2026-01-02", 1, .1, null))))
                .rows()
                .get(0)
                .text("note"));
    }

    private static Row step(String day, long n, double growth, Double deviation) {
        return Given.row("day", day, "n", n, "followers", 1_000L, "growth", growth, "deviation", deviation);
    }

    private static FollowerTrend asked(Map<String, String> given) {
        return (FollowerTrend) FollowerTrend.ENTRY
                .asked()
                .apply(Arguments.read(FollowerTrend.TOPIC.parameters(), given, Set.of()), Tiers.STANDARD);
    }
}
