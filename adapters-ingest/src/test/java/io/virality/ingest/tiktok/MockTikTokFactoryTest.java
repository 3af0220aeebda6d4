package io.virality.ingest.tiktok;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.virality.spi.Fields;
import io.virality.spi.Freshness;
import io.virality.spi.Source;
import io.virality.spi.SourceContract;
import io.virality.spi.SourceException;
import io.virality.spi.SourceFactory;
import io.virality.spi.SourceRow;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MockTikTokFactoryTest extends SourceContract {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-07-01T00:30:00Z"), ZoneOffset.UTC);

    @Override
    protected SourceFactory factory() {
        return new MockTikTokFactory(CLOCK);
    }

    @Override
    protected Map<String, String> properties() {
        return Map.of("creators", "5", "days", "10");
    }

    @Test
    void the_service_loader_finds_it() {
        assertTrue(ServiceLoader.load(SourceFactory.class).stream()
                .anyMatch(provider -> provider.type() == MockTikTokFactory.class));
    }

    @Test
    void it_says_that_its_rows_are_invented() throws SourceException {
        Source source = factory().create("demo", Map.of());
        assertTrue(source.simulated());
        assertEquals("mock-tiktok@3", source.version());
        assertEquals(Freshness.DAILY, source.freshness());
    }

    @Test
    void without_properties_it_is_the_world_that_the_documentation_describes() throws SourceException {
        assertEquals(
                new SimulatedWorld(7, 2_500, LocalDate.of(2026, 2, 1), 150), SimulationSettings.world(Map.of(), CLOCK));
    }

    @Test
    void properties_choose_the_world() throws SourceException {
        Map<String, String> properties = Map.of("seed", "-3", "creators", "40", "days", "2", "until", "2025-03-01");
        assertEquals(
                new SimulatedWorld(-3, 40, LocalDate.of(2025, 2, 28), 2), SimulationSettings.world(properties, CLOCK));
    }

    @Test
    void the_history_ends_yesterday() throws SourceException {
        assertTrue(times(properties()).contains("2026-06-30T23:00:00Z"));
        assertTrue(times(properties()).contains("2026-06-21T23:00:00Z"));
        assertEquals(10, times(properties()).size());
    }

    @Test
    void an_unknown_property_comes_with_a_suggestion() {
        SourceException refusal =
                assertThrows(SourceException.class, () -> factory().create("demo", Map.of("seeds", "7")));
        assertTrue(refusal.getMessage().contains("did you mean 'seed'?"), refusal.getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "seed, seven",
        "seed, 9223372036854775808",
        "creators, 0",
        "creators, 100001",
        "creators, 1e3",
        "days, -1",
        "days, 1001",
        "until, 30.06.2026",
        "until, 2026-07-01",
        "until, 2020-05-28",
        "until, -999999999-01-01",
        "until, ''",
        "market, maybe"
    })
    void an_impossible_property_is_the_users_mistake_and_quoted(String property, String text) {
        SourceException refusal =
                assertThrows(SourceException.class, () -> factory().create("demo", Map.of(property, text)));
        assertEquals(SourceException.Turn.USER, refusal.turn());
        assertTrue(refusal.getMessage().startsWith(property + ": "), refusal.getMessage());
        assertTrue(refusal.getMessage().contains(text), refusal.getMessage());
    }

    @Test
    void the_earliest_history_begins_in_2020() throws SourceException {
        assertEquals(
                LocalDate.of(2020, 1, 1),
                SimulationSettings.world(Map.of("until", "2020-05-29"), CLOCK).firstDay());
    }

    private Set<String> times(Map<String, String> properties) throws SourceException {
        Set<String> times = new HashSet<>();
        try (var rows = factory().create("demo", properties).read(Optional.empty())) {
            for (SourceRow row = rows.next(); row != null; row = rows.next()) {
                times.add(row.field(Fields.OBSERVED_AT));
            }
        }
        return times;
    }
}
