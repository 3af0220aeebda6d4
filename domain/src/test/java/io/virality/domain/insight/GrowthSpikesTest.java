package io.virality.domain.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.virality.domain.creator.Tiers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GrowthSpikesTest {

    @Test
    void of_all_days_those_that_stand_out_remain_newest_first() {
        List<Row> rows = new ArrayList<>();
        rows.addAll(days("ada", 10));
        rows.addAll(days("bob", 20));
        rows.addAll(days("quiet", -1));

        List<Row> alarms = asked().conclude(Given.evidence(rows)).rows();

        assertEquals(
                List.of("bob 2026-01-21", "ada 2026-01-11"),
                alarms.stream()
                        .map(row -> row.text("handle") + " " + row.text("day"))
                        .toList());
        Row alarm = alarms.get(0);
        assertEquals(
                GrowthSpikes.TOPIC.columns().stream().map(Column::name).toList(),
                new ArrayList<>(alarm.values().keySet()));
        assertEquals("spike", alarm.text("direction"));
        assertEquals(.2, alarm.number("growth"), .01);
        assertTrue(alarm.text("reason").startsWith("gained 20."), alarm.text("reason"));
    }

    @Test
    void creators_of_one_name_on_two_platforms_are_two() {
        List<Row> rows = new ArrayList<>(days("ada", -1));
        days("ada", -1)
                .forEach(row ->
                        rows.add(row.with("platform", "youtube").with("followers", 50 * row.count("followers"))));

        assertEquals(List.of(), asked().conclude(Given.evidence(rows)).rows());
    }

    private static List<Row> days(String handle, int spike) {
        List<Row> rows = new ArrayList<>();
        double followers = 100_000;
        for (int day = 0; day < 40; day++) {
            followers *= day == spike ? 1.2 : 1.001;
            rows.add(Given.row(
                    "handle",
                    handle,
                    "platform",
                    "tiktok",
                    "day",
                    LocalDate.parse("2026-01-01").plusDays(day).toString(),
                    "followers",
                    Math.round(followers)));
        }
        return rows;
    }

    private static GrowthSpikes asked() {
        return (GrowthSpikes) GrowthSpikes.ENTRY
                .asked()
                .apply(Arguments.read(GrowthSpikes.TOPIC.parameters(), Map.of(), Set.of()), Tiers.STANDARD);
    }
}
