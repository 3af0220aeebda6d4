package io.virality.ingest.tiktok;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.virality.domain.creator.Tier;
import io.virality.domain.creator.Tiers;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SimulatedWorldTest {

    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 2, 1);

    @Test
    void a_creator_is_the_same_however_many_there_are() {
        SimulatedWorld small = new SimulatedWorld(7, 20, FIRST_DAY, 30);
        SimulatedWorld large = new SimulatedWorld(7, 2_000, FIRST_DAY, 30);
        for (int i = 0; i < small.creators(); i++) {
            assertEquals(small.creator(i).persona(), large.creator(i).persona());
            assertEquals(small.creator(i).id(), large.creator(i).id());
            assertEquals(lived(small, i, 30), lived(large, i, 30));
        }
    }

    @Test
    void more_days_continue_the_same_history() {
        SimulatedWorld world = new SimulatedWorld(7, 20, FIRST_DAY, 30);
        SimulatedWorld longer = new SimulatedWorld(7, 20, FIRST_DAY, 60);
        for (int i = 0; i < world.creators(); i++) {
            assertEquals(lived(world, i, 30), lived(longer, i, 60).subList(0, 30));
        }
    }

    @Test
    void another_first_day_finds_the_same_creators() {
        SimulatedWorld later = new SimulatedWorld(7, 20, FIRST_DAY.plusDays(1), 30);
        for (int i = 0; i < later.creators(); i++) {
            SimulatedCreator creator = new SimulatedWorld(7, 20, FIRST_DAY, 30).creator(i);
            assertEquals(creator.id(), later.creator(i).id());
            assertEquals(creator.persona(), later.creator(i).persona());
        }
    }

    @Test
    void another_seed_is_another_world() {
        // Were seed and index simply added up, the second creator here would be the first one there.
        SimulatedWorld world = new SimulatedWorld(7, 2, FIRST_DAY, 30);
        SimulatedWorld next = new SimulatedWorld(8, 2, FIRST_DAY, 30);
        assertNotEquals(world.creator(0).id(), next.creator(0).id());
        assertNotEquals(world.creator(1).historySeed(), next.creator(0).historySeed());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 7, 1_000_003, -5})
    void the_usual_number_of_creators_fills_every_tier(long seed) {
        SimulatedWorld world = new SimulatedWorld(seed, 2_500, FIRST_DAY, 150);
        Map<Tier, Integer> sizes = new HashMap<>();
        for (int i = 0; i < world.creators(); i++) {
            sizes.merge(Tiers.STANDARD.of(world.creator(i).followersAtStart()), 1, Integer::sum);
        }
        for (Tier tier : Tiers.STANDARD.all()) {
            assertTrue(sizes.getOrDefault(tier, 0) >= 20, sizes.toString());
        }
        assertTrue(sizes.get(Tiers.STANDARD.named("mid")) >= 100, sizes.toString());
    }

    @Test
    void ids_say_the_time_and_never_collide() {
        SimulatedWorld world = new SimulatedWorld(7, 1, FIRST_DAY, 1);
        Instant time = Instant.parse("2026-02-01T12:00:00Z");
        List<String> ids = IntStream.range(0, 200_000)
                .mapToObj(number -> world.id(time, number))
                .toList();
        assertEquals(ids.size(), ids.stream().distinct().count());
        assertTrue(ids.stream().allMatch(id -> Long.parseLong(id) >> 32 == time.getEpochSecond()));
    }

    @Test
    void a_day_is_observed_at_its_fixed_hour() {
        SimulatedWorld world = new SimulatedWorld(7, 1, FIRST_DAY, 100);
        assertEquals(Instant.parse("2026-02-01T23:00:00Z"), world.observedAt(0));
        assertEquals(Instant.parse("2026-05-11T23:00:00Z"), world.observedAt(99));
    }

    private static List<CreatorHistory.Counts> lived(SimulatedWorld world, int index, int days) {
        CreatorHistory history = world.creator(index).history();
        return IntStream.range(0, days)
                .mapToObj(day -> {
                    history.nextDay();
                    return history.counts();
                })
                .toList();
    }
}
