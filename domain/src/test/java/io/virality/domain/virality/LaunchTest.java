package io.virality.domain.virality;

import static io.virality.domain.virality.Videos.DAY;
import static io.virality.domain.virality.Videos.video;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.virality.domain.insight.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class LaunchTest {

    private static final long SEEN = 100 * DAY;

    /** Views 100, 200, 400, 800, 1600 and then 4,000, one a day until the last one, ten days later. */
    private static List<Row> rising() {
        List<Row> rows = new ArrayList<>();
        for (int day = 0; day < 5; day++) {
            rows.add(video(1, day * DAY, SEEN, 100L << day, 10L << day));
        }
        rows.add(video(1, 14 * DAY + 6 * 3_600_000, SEEN, 4_000, 1));
        return rows;
    }

    @Test
    void a_video_is_compared_with_what_is_usual_for_its_creator() {
        List<Launch> launches = Launch.of(rising());

        assertEquals(1, launches.size());
        assertEquals(10, launches.get(0).ratio(), 1e-12);
    }

    @Test
    void its_traits_are_those_of_the_earlier_videos() {
        double[] traits = Launch.of(rising()).get(0).traits();
        double doubling = Math.log(2);

        assertEquals(Math.log(400), traits[Trait.USUAL_VIEWS.ordinal()], 1e-12);
        assertEquals(doubling * Math.sqrt(2.5), traits[Trait.SPREAD.ordinal()], 1e-12);
        assertEquals(2 * doubling, traits[Trait.LAST.ordinal()], 1e-12);
        assertEquals(doubling, traits[Trait.LAST_THREE.ordinal()], 1e-12);
        assertEquals(doubling, traits[Trait.TREND.ordinal()], 1e-12);
        assertEquals(Math.log(.1 + 1e-4), traits[Trait.ENGAGEMENT.ordinal()], 1e-12);
        assertEquals(Math.log(246.1), traits[Trait.PAUSE.ordinal()], 1e-12);
        assertEquals(Math.log(24.1), traits[Trait.USUAL_PAUSE.ordinal()], 1e-12);
        assertEquals(1, traits[Trait.HOUR_SINE.ordinal()], 1e-12);
        assertEquals(0, traits[Trait.HOUR_COSINE.ordinal()], 1e-12);
        assertEquals(0, traits[Trait.WEEKEND.ordinal()]);
        assertEquals(Math.log(16), traits[Trait.LENGTH.ordinal()], 1e-12);
        assertEquals(2, traits[Trait.HASHTAGS.ordinal()]);
        assertEquals(Math.log(5), traits[Trait.EXPERIENCE.ordinal()], 1e-12);
    }

    @Test
    void nothing_of_the_video_itself_or_of_later_ones_is_known() {
        for (long seed = 0; seed < 50; seed++) {
            List<Row> rows = Videos.drawn(seed, 1, 30, .5);
            int cut = 20;
            List<Row> other = new ArrayList<>(rows.subList(0, cut));
            for (Row row : rows.subList(cut, rows.size())) {
                other.add(row.with("views", 7 * row.count("views")).with("interactions", 3L));
            }
            long posted = rows.get(cut).count("posted");
            List<Launch> told = upTo(Launch.of(rows), posted);
            List<Launch> changed = upTo(Launch.of(other), posted);

            assertTrue(told.size() > 10);
            assertEquals(told.size(), changed.size());
            for (int i = 0; i < told.size(); i++) {
                assertArrayEquals(told.get(i).traits(), changed.get(i).traits(), "seed " + seed);
            }
        }
    }

    @Test
    void videos_of_the_last_three_days_tell_nothing_yet() {
        List<Row> rows = rising();
        long posted = rows.get(5).count("posted");
        List<Row> more = new ArrayList<>(rows.subList(0, 5));
        more.add(video(1, posted - 2 * DAY, SEEN, 1_000_000, 10));
        more.add(rows.get(5));
        double[] without = Launch.of(rows).get(0).traits();
        double[] with = Launch.of(more).get(1).traits();

        for (Trait trait : Trait.values()) {
            if (trait != Trait.PAUSE && trait != Trait.USUAL_PAUSE) {
                assertEquals(without[trait.ordinal()], with[trait.ordinal()], trait.id());
            }
        }
        assertEquals(Math.log(48.1), with[Trait.PAUSE.ordinal()], 1e-12);
    }

    @Test
    void a_video_that_has_not_settled_when_it_was_counted_is_none() {
        List<Row> rows = rising();
        rows.set(5, rows.get(5).with("observed", rows.get(5).count("posted") + 2 * DAY));

        assertEquals(List.of(), Launch.of(rows));
    }

    @Test
    void creators_are_kept_apart() {
        List<Row> rows = new ArrayList<>(rising().subList(0, 5));
        rows.add(video(2, 20 * DAY, SEEN, 4_000, 1));

        assertEquals(List.of(), Launch.of(rows));
    }

    @Test
    void what_is_not_known_is_no_number() {
        List<Row> rows = rising();
        rows.set(5, rows.get(5).with("seconds", null).with("hashtags", null));
        double[] traits = Launch.of(rows).get(0).traits();

        assertTrue(Double.isNaN(traits[Trait.LENGTH.ordinal()]));
        assertTrue(Double.isNaN(traits[Trait.HASHTAGS.ordinal()]));
    }

    @Test
    void a_plan_is_one_that_can_be() {
        Instant at = Instant.parse("2026-11-28T18:30:00Z");
        Plan plan = new Plan(at, OptionalInt.of(15), OptionalInt.empty());

        assertTrue(plan.onWeekend());
        assertEquals(18, plan.hour());
        assertEquals(Instant.parse("2026-11-28T07:30:00Z"), plan.atHour(7).at());
        assertThrows(IllegalArgumentException.class, () -> plan.lasting(-1));
        assertThrows(IllegalArgumentException.class, () -> plan.lasting(3_601));
        assertThrows(IllegalArgumentException.class, () -> plan.withHashtags(101));
    }

    private static List<Launch> upTo(List<Launch> launches, long posted) {
        return launches.stream().filter(launch -> launch.posted() <= posted).toList();
    }
}
