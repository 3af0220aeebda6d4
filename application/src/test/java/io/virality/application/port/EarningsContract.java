package io.virality.application.port;

import static io.virality.application.port.Observations.NEXT_DAY;
import static io.virality.application.port.Observations.NOON;
import static io.virality.application.port.Observations.by;
import static io.virality.application.port.Observations.counts;
import static io.virality.application.port.Observations.dollars;
import static io.virality.application.port.Observations.identity;
import static io.virality.application.port.Observations.manySales;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.virality.domain.creator.Handle;
import io.virality.domain.creator.Period;
import io.virality.domain.ingest.FactObservation;
import io.virality.domain.marketplace.Brand;
import io.virality.domain.marketplace.Fee;
import io.virality.domain.marketplace.Sponsorship;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What {@link Earnings} promises. */
public abstract class EarningsContract extends StoredPortContract {

    private static final Instant MAY = Instant.parse("2026-05-01T00:00:00Z");

    private static FactObservation paid(
            String handle, String brand, Optional<Instant> from, OptionalLong videos, String fee, Instant seen) {
        return new FactObservation(
                new Sponsorship(
                        identity(handle),
                        new Brand(brand),
                        Optional.empty(),
                        Sponsorship.Evidence.CONTRACT,
                        from.map(begin -> new Period(begin, begin.plusSeconds(60))),
                        videos,
                        List.of(),
                        Optional.ofNullable(fee).map(Observations::dollars)),
                by("contracts", seen));
    }

    private long number(String handle) {
        return ports.creatorIndex().number(Handle.tiktok(handle)).orElseThrow();
    }

    @Test
    void the_fee_that_was_agreed_last_is_told_by_the_video() {
        ports.creators().record(List.of(counts("ada", 10, by("files", NOON)), counts("bob", 10, by("files", NOON))));
        ports.facts()
                .record(List.of(
                        paid("ada", "Acme", Optional.of(MAY), OptionalLong.of(4), "1000", NOON),
                        paid("ada", "Bolt", Optional.of(MAY.minusSeconds(9)), OptionalLong.of(1), "9", NOON),
                        paid("ada", "Crux", Optional.of(MAY.plusSeconds(9)), OptionalLong.of(1), null, NOON),
                        paid("bob", "Acme", Optional.empty(), OptionalLong.empty(), "70", NEXT_DAY),
                        paid("cleo", "Acme", Optional.of(MAY), OptionalLong.of(1), "5", NOON)));
        ports.creators().refresh();

        assertEquals(
                Map.of(
                        number("ada"), new Fee(dollars("250"), new Brand("Acme"), MAY),
                        number("bob"), new Fee(dollars("70"), new Brand("Acme"), NEXT_DAY)),
                ports.earnings().fees(List.of(number("ada"), number("bob"), 1_000L)));
    }

    @Test
    void what_was_sold_is_net_of_refunds_beside_all_views() {
        StoredPorts memory = StoredPorts.inMemory();
        for (StoredPorts each : List.of(ports, memory)) {
            each.creators().record(Observations.many(20, 1));
            each.videos().record(Observations.manyVideos(20, 2));
            each.facts().record(manySales(20, 3));
            each.creators().refresh();
        }
        List<Long> some = LongStream.rangeClosed(1, 15).boxed().toList();

        assertEquals(memory.earnings().sold(some), ports.earnings().sold(some));
        assertFalse(ports.earnings().sold(some).isEmpty());
        assertEquals(Map.of(), ports.earnings().sold(List.of()));
    }
}
