package io.virality.domain.response;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.virality.domain.creator.Origin;
import io.virality.domain.response.SpendHistory.Cut;
import io.virality.domain.response.SpendHistory.Flow;
import io.virality.domain.response.SpendHistory.Grain;
import io.virality.domain.response.SpendHistory.Value;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SpendHistoryTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T00:00:00Z");

    @Test
    void an_amount_is_spread_evenly_over_its_days_and_only_common_periods_are_kept() {
        Cut cut = history(
                        List.of(flow("tv", 0, 14, 140), flow("radio", 7, 7, 70)),
                        List.of(flow("orders", 0, 1, 10), flow("orders", 8, 1, 30), flow("orders", 15, 1, 99)))
                .cut(Value.ORDERS, Grain.WEEK);
        assertEquals(List.of("tv", "radio"), cut.series().channels());
        assertArrayEquals(new double[] {70, 70}, cut.series().spend()[0], 1e-9);
        assertArrayEquals(new double[] {0, 70}, cut.series().spend()[1], 1e-9);
        assertArrayEquals(new double[] {10, 30}, cut.series().value(), 1e-9);
        assertEquals(LocalDate.parse("2026-03-16"), cut.until());
        assertTrue(cut.notes().toString().contains("spread evenly"), cut.notes().toString());
    }

    @Test
    void the_smallest_of_many_channels_are_one_and_nothing_is_lost() {
        List<Flow> spent = new ArrayList<>();
        for (int i = 1; i <= 12; i++) {
            spent.add(flow("channel " + i, 0, 1, i));
        }
        Cut cut = history(spent, List.of(flow("orders", 0, 1, 1))).cut(Value.ORDERS, Grain.DAY);
        assertEquals(SpendHistory.MOST_CHANNELS, cut.series().channels().size());
        assertEquals("5 others", cut.series().channels().get(7));
        double all = 0;
        for (double[] column : cut.series().spend()) {
            all += column[0];
        }
        assertEquals(78, all, 1e-9);
    }

    @Test
    void what_is_missing_is_said() {
        assertMissing("no spending", history(List.of(), List.of(flow("orders", 0, 1, 1))));
        assertMissing("nothing is told of what was ordered", history(List.of(flow("tv", 0, 7, 1)), List.of()));
        assertMissing("no common week", history(List.of(flow("tv", 0, 7, 1)), List.of(flow("orders", 30, 1, 1))));
    }

    private static void assertMissing(String words, SpendHistory history) {
        String said = assertThrows(IllegalArgumentException.class, () -> history.cut(Value.ORDERS, Grain.WEEK))
                .getMessage();
        assertTrue(said.contains(words), said);
    }

    private static SpendHistory history(List<Flow> spent, List<Flow> ordered) {
        return new SpendHistory(spent, ordered, List.of(), Origin.REAL);
    }

    private static Flow flow(String name, int day, int days, long amount) {
        Instant from = MONDAY.plus(Duration.ofDays(day));
        return new Flow(name, from, Optional.of(from.plus(Duration.ofDays(days))), amount * 10_000);
    }
}
