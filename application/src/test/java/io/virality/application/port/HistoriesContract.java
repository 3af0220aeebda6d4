package io.virality.application.port;

import static io.virality.application.port.Observations.NOON;
import static io.virality.application.port.Observations.by;
import static io.virality.application.port.Observations.counts;
import static io.virality.application.port.Observations.identity;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.virality.domain.creator.Growth;
import io.virality.domain.creator.Handle;
import io.virality.domain.creator.Identity;
import io.virality.domain.creator.Origin;
import io.virality.domain.creator.Period;
import io.virality.domain.creator.Platform;
import io.virality.domain.forecast.History;
import io.virality.domain.forecast.Metric;
import io.virality.domain.ingest.CreatorObservation;
import io.virality.domain.ingest.FactObservation;
import io.virality.domain.ingest.GrowthObservation;
import io.virality.domain.marketplace.Money;
import io.virality.domain.marketplace.Sale;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What {@link Histories} promises. */
public abstract class HistoriesContract extends StoredPortContract {

    private static final double NOON_DAYS = NOON.toEpochMilli() / 86_400_000.0;

    private static Instant day(int days) {
        return NOON.plus(Duration.ofDays(days));
    }

    private void observe(String handle, int days) {
        List<CreatorObservation> observations = new ArrayList<>();
        for (int day = days - 1; day >= 0; day--) {
            observations.add(counts(handle, 1_000 + day, by("survey", day(day))));
        }
        ports.transactions().run(() -> {
            ports.creators().record(observations);
            ports.creators().refresh();
        });
    }

    private History of(String handle, Metric metric) {
        return ports.histories().of(Handle.tiktok(handle), metric).orElseThrow();
    }

    @Test
    void counts_come_back_in_the_order_of_time() {
        observe("ada", 3);
        History followers = of("ada", Metric.FOLLOWERS);
        assertEquals("ada", followers.name());
        assertEquals(OptionalLong.of(1_002), followers.followers());
        assertEquals(Origin.REAL, followers.origin());
        assertArrayEquals(new double[] {NOON_DAYS, NOON_DAYS + 1, NOON_DAYS + 2}, followers.times());
        assertArrayEquals(new double[] {1_000, 1_001, 1_002}, followers.values());
        assertArrayEquals(
                new double[] {20_000, 20_020, 20_040}, of("ada", Metric.LIKES).values());
        assertArrayEquals(new double[] {40, 40, 40}, of("ada", Metric.VIDEOS).values());
        assertEquals(0, of("ada", Metric.VIEWS).values().length);
    }

    @Test
    void a_history_is_that_of_the_source_that_counted_for_the_longest_time() {
        observe("ada", 6);
        ports.transactions().run(() -> {
            ports.creators()
                    .record(List.of(
                            counts("ada", 9_000, by("api", day(6))),
                            counts("bob", 100, by("api", day(0))),
                            counts("bob", 200, by("api", day(1))),
                            counts("bob", 300, by("list", day(2))),
                            counts("bob", 400, by("list", day(3))),
                            counts("bob", 500, by("survey", day(4)))));
            ports.creators().refresh();
        });
        assertArrayEquals(
                new double[] {1_000, 1_001, 1_002, 1_003, 1_004, 1_005},
                of("ada", Metric.FOLLOWERS).values());
        assertEquals(OptionalLong.of(9_000), of("ada", Metric.FOLLOWERS).followers());
        assertArrayEquals(new double[] {300, 400}, of("bob", Metric.FOLLOWERS).values(), "of equal spans the newest");
        assertEquals(
                List.of("ada"),
                ports.histories().sample(Metric.FOLLOWERS, 10).stream()
                        .map(History::name)
                        .toList(),
                "nobody observed bob on enough days");
    }

    @Test
    void an_unknown_creator_has_none() {
        assertEquals(Optional.empty(), ports.histories().of(Handle.tiktok("nobody"), Metric.FOLLOWERS));
    }

    @Test
    void a_renamed_creator_keeps_its_history() {
        observe("ada", 3);
        ports.transactions().run(() -> {
            CreatorObservation renamed = counts("countess", 1_003, by("survey", day(3)));
            ports.creators()
                    .record(List.of(new CreatorObservation(
                            Identity.of("id-of-ada", Handle.tiktok("countess")),
                            renamed.profile(),
                            renamed.snapshot())));
            ports.creators().refresh();
        });
        assertArrayEquals(
                new double[] {1_000, 1_001, 1_002, 1_003},
                of("countess", Metric.FOLLOWERS).values());
    }

    @Test
    void those_observed_on_few_days_are_not_drawn_nor_more_than_wanted() {
        observe("ada", 5);
        observe("bob", 4);
        observe("cleo", 6);
        assertEquals(
                List.of("ada", "cleo"),
                ports.histories().sample(Metric.FOLLOWERS, 10).stream()
                        .map(History::name)
                        .sorted()
                        .toList());
        assertEquals(1, ports.histories().sample(Metric.FOLLOWERS, 1).size());
        assertEquals(List.of(), ports.histories().sample(Metric.VIEWS, 10));
    }

    @Test
    void views_won_stand_at_the_end_of_their_period() {
        ports.transactions().run(() -> ports.snapshots()
                .recordGrowth(List.of(new GrowthObservation(
                        identity("ada"),
                        new Growth(new Period(NOON, day(7)), OptionalLong.empty(), OptionalLong.of(-5)),
                        by("survey", NOON)))));
        History views = of("ada", Metric.VIEWS);
        assertArrayEquals(new double[] {NOON_DAYS + 7}, views.times());
        assertArrayEquals(new double[] {-5}, views.values());
    }

    @Test
    void units_sold_are_summed_by_day_and_a_day_without_a_sale_has_none() {
        ports.transactions().run(() -> ports.facts()
                .record(List.of(
                        sold("ada", 0, OptionalLong.of(2)),
                        sold("ada", 0, OptionalLong.empty()),
                        sold("ada", 2, OptionalLong.of(1)),
                        sold("bob", 3, OptionalLong.of(1)))));
        History sales = of("ada", Metric.SALES);
        assertArrayEquals(new double[] {3, 0, 1, 0}, sales.values());
        assertEquals(Math.floor(NOON_DAYS), sales.times()[0]);
    }

    private int orders;

    private FactObservation sold(String creator, int day, OptionalLong units) {
        return new FactObservation(
                new Sale(
                        Platform.TIKTOK,
                        "order" + orders++,
                        Optional.empty(),
                        day(day),
                        units,
                        Money.ofTenThousandths(100_000, Currency.getInstance("USD")),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(identity(creator)),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                by("shop", NOON));
    }
}
