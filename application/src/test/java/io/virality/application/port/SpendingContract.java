package io.virality.application.port;

import static io.virality.application.port.Observations.NOON;
import static io.virality.application.port.Observations.by;
import static io.virality.application.port.Observations.counts;
import static io.virality.application.port.Observations.dollars;
import static io.virality.application.port.Observations.identity;
import static io.virality.application.port.Observations.simulated;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.virality.domain.creator.Identity;
import io.virality.domain.creator.Origin;
import io.virality.domain.creator.Period;
import io.virality.domain.creator.Platform;
import io.virality.domain.creator.Tiers;
import io.virality.domain.ingest.FactObservation;
import io.virality.domain.marketplace.AdResult;
import io.virality.domain.marketplace.Audience;
import io.virality.domain.marketplace.Brand;
import io.virality.domain.marketplace.Fact;
import io.virality.domain.marketplace.Money;
import io.virality.domain.marketplace.Sale;
import io.virality.domain.marketplace.Sponsorship;
import io.virality.domain.response.SpendHistory;
import io.virality.domain.response.SpendHistory.Flow;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What {@link Spending} promises. */
public abstract class SpendingContract extends StoredPortContract {

    private static final Currency DOLLARS = Currency.getInstance("USD");
    private static final Period WEEK = new Period(NOON, NOON.plus(Duration.ofDays(7)));

    @Test
    void amounts_are_summed_by_channel_and_period() {
        record(
                ad("facebook", "1", "10", "30"),
                ad("facebook", "2", "5", "7"),
                ad("tv", "1", "20", "0"),
                fee("ada", "100"));
        SpendHistory history = ports.spending().history(Optional.empty(), DOLLARS);
        assertEquals(
                List.of(flow("creators", 1_000_000), flow("facebook", 150_000), flow("tv", 200_000)),
                history.spent().stream()
                        .sorted((one, other) -> one.name().compareTo(other.name()))
                        .toList());
        assertEquals(List.of(flow("facebook", 370_000), flow("tv", 0)), history.revenue());
        assertEquals(Origin.REAL, history.origin());
    }

    @Test
    void fees_and_advertisements_go_by_the_tier_of_their_creator() {
        ports.creators().record(List.of(counts("ada", 5_000, by("survey", NOON))));
        record(ad("facebook", "1", "10", "30"), fee("ada", "100"), fee("bob", "7"));
        ports.creators().refresh();
        assertEquals(
                List.of(flow("nano", 1_000_000), flow("no creator", 100_000), flow("unknown", 70_000)),
                ports.spending().history(Optional.of(Tiers.STANDARD), DOLLARS).spent().stream()
                        .sorted((one, other) -> one.name().compareTo(other.name()))
                        .toList());
    }

    @Test
    void orders_are_summed_by_day_less_refunds() {
        record(sale("1", NOON, "10", Optional.of("4")), sale("2", NOON.plusSeconds(60), "5", Optional.empty()));
        assertEquals(
                List.of(new Flow("orders", NOON.truncatedTo(ChronoUnit.DAYS), Optional.empty(), 110_000)),
                ports.spending().history(Optional.empty(), DOLLARS).ordered());
    }

    @Test
    void currencies_are_told_the_most_used_first() {
        record(
                ad("facebook", "1", "10", "30"),
                ad("facebook", "2", "5", "7"),
                fee("ada", new Money(BigDecimal.ONE, Currency.getInstance("EUR"))));
        assertEquals(
                Map.of(DOLLARS, 2L, Currency.getInstance("EUR"), 1L),
                ports.spending().currencies());
        assertEquals(DOLLARS, ports.spending().currencies().keySet().iterator().next());
    }

    @Test
    void invented_amounts_are_told() {
        ports.transactions().run(() -> ports.facts()
                .record(List.of(new FactObservation(ad("tv", "1", "1", "1"), simulated(NOON)))));
        assertEquals(
                Origin.SIMULATED,
                ports.spending().history(Optional.empty(), DOLLARS).origin());
    }

    private static Flow flow(String name, long amount) {
        return new Flow(name, WEEK.from(), Optional.of(WEEK.until()), amount);
    }

    private void record(Fact... facts) {
        List<FactObservation> observations = new ArrayList<>();
        for (Fact fact : facts) {
            observations.add(new FactObservation(fact, by("shop", NOON)));
        }
        ports.transactions().run(() -> ports.facts().record(observations));
    }

    private static AdResult ad(String channel, String campaign, String spend, String revenue) {
        return new AdResult(
                channel,
                Optional.of(campaign),
                Optional.empty(),
                Optional.empty(),
                new Audience(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                Optional.of(WEEK),
                Optional.empty(),
                Optional.empty(),
                Optional.of(dollars(spend)),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                Optional.of(dollars(revenue)));
    }

    private static Sponsorship fee(String creator, String amount) {
        return fee(creator, dollars(amount));
    }

    private static Sponsorship fee(String creator, Money amount) {
        Identity who = identity(creator);
        return new Sponsorship(
                who,
                new Brand("Acme"),
                Optional.empty(),
                Sponsorship.Evidence.CONTRACT,
                Optional.of(WEEK),
                OptionalLong.empty(),
                List.of(),
                Optional.of(amount));
    }

    private static Sale sale(String order, Instant at, String gross, Optional<String> refunds) {
        return new Sale(
                Platform.TIKTOK,
                order,
                Optional.empty(),
                at,
                OptionalLong.of(1),
                dollars(gross),
                refunds.map(Observations::dollars),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
