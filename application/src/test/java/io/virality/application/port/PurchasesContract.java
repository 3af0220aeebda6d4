package io.virality.application.port;

import static io.virality.application.port.Observations.NOON;
import static io.virality.application.port.Observations.by;
import static io.virality.application.port.Observations.dollars;
import static io.virality.application.port.Observations.identity;
import static io.virality.application.port.Observations.simulated;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.virality.domain.attribution.Attribution;
import io.virality.domain.attribution.BuyerJourneys;
import io.virality.domain.attribution.Credit;
import io.virality.domain.attribution.Credited;
import io.virality.domain.attribution.Model;
import io.virality.domain.attribution.Rules;
import io.virality.domain.creator.Origin;
import io.virality.domain.creator.Platform;
import io.virality.domain.ingest.FactObservation;
import io.virality.domain.marketplace.Fact;
import io.virality.domain.marketplace.Money;
import io.virality.domain.marketplace.PromoCode;
import io.virality.domain.marketplace.Sale;
import io.virality.domain.marketplace.Touch;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What {@link Purchases} promises. */
public abstract class PurchasesContract extends StoredPortContract {

    private static final Currency DOLLARS = Currency.getInstance("USD");
    private static final Currency EUROS = Currency.getInstance("EUR");

    @Test
    void orders_are_counted_by_currency_the_most_first() {
        record(
                sale("1", "a", money("10", EUROS), Optional.empty()),
                sale("2", "a", dollars("10"), Optional.empty()),
                sale("3", "a", dollars("10"), Optional.empty()),
                line("3", "other", dollars("5")));
        assertEquals(
                List.of(DOLLARS, EUROS), List.copyOf(ports.purchases().orders().keySet()));
        assertEquals(Map.of(DOLLARS, 2L, EUROS, 1L), ports.purchases().orders());
    }

    @Test
    void an_order_goes_to_what_its_buyer_met() {
        record(
                touch("b1", 5, "ada", "71"),
                touch("b2", 2, "bob", "72"),
                sale("1", "b1", dollars("10"), Optional.empty()));
        assertEquals(Map.of("ada", 100_000L, "bob", 0L), gross(Credited.CREATOR));
        assertEquals(Map.of("71", 100_000L, "72", 0L), gross(Credited.CONTENT));
        assertEquals(Map.of("tiktok", 100_000L), gross(Credited.CHANNEL));
        assertEquals(Map.of("no campaign: tiktok", 100_000L), gross(Credited.CAMPAIGN));
    }

    @Test
    void an_advertisement_of_nobody_competes_by_its_channel() {
        record(
                new Touch(
                        Platform.TIKTOK,
                        "b1",
                        NOON.minus(Duration.ofHours(1)),
                        Touch.Kind.CLICK,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("facebook"),
                        Optional.of("916")),
                sale("1", "b1", dollars("10"), Optional.empty()));
        assertEquals(Map.of("no creator: facebook", 100_000L), gross(Credited.CREATOR));
        assertEquals(Map.of("facebook 916", 100_000L), gross(Credited.CAMPAIGN));
    }

    @Test
    void rows_of_one_order_are_one_order() {
        record(
                touch("b1", 5, "ada", "71"),
                sale("1", "b1", dollars("10"), Optional.empty()),
                line("1", "other", dollars("5")));
        Attribution attribution = attributed(Credited.CREATOR);
        assertEquals(Credit.ORDER, attribution.total().orders());
        assertEquals(150_000, attribution.total().gross());
    }

    @Test
    void a_code_goes_to_its_owner_and_one_of_nobody_is_counted() {
        record(
                touch("b1", 5, "ada", "71"),
                new PromoCode(Platform.TIKTOK, "BOB", Optional.of(identity("bob")), Optional.empty(), Optional.empty()),
                sale("1", "b1", dollars("10"), Optional.of("BOB")),
                sale("2", "b1", dollars("7"), Optional.of("CLEO")));
        assertEquals(Map.of("ada", 70_000L, "bob", 100_000L), gross(Credited.CREATOR));
        assertEquals(1, ports.purchases().journeys(Credited.CREATOR, DOLLARS).ownerless());
        assertEquals(2, ports.purchases().journeys(Credited.CONTENT, DOLLARS).ownerless());
    }

    @Test
    void of_an_order_without_a_buyer_the_platforms_word_counts() {
        Sale told = sale("1", "b1", dollars("10"), Optional.empty());
        record(new Sale(
                told.platform(),
                told.order(),
                told.product(),
                told.soldAt(),
                told.units(),
                told.gross(),
                Optional.empty(),
                told.commission(),
                Optional.of(identity("cleo")),
                Optional.of("73"),
                told.content(),
                told.promoCode(),
                Optional.empty()));
        assertEquals(Map.of("cleo", 100_000L), gross(Credited.CREATOR));
        assertEquals(Map.of("73", 100_000L), gross(Credited.CONTENT));
        assertEquals(Map.of(), gross(Credited.CAMPAIGN));
        BuyerJourneys.Told journeys = ports.purchases().journeys(Credited.CREATOR, DOLLARS);
        assertEquals(1, journeys.unnamed());
        assertEquals(1, journeys.unsettled());
    }

    @Test
    void other_currencies_are_left_out() {
        record(
                touch("b1", 5, "ada", "71"),
                sale("1", "b1", money("10", EUROS), Optional.empty()),
                sale("2", "b1", dollars("3"), Optional.empty()));
        assertEquals(Map.of("ada", 30_000L), gross(Credited.CREATOR));
    }

    @Test
    void what_several_sources_tell_counts_once_and_origins_are_told() {
        Touch touch = touch("b1", 5, "ada", "71");
        Sale sale = sale("1", "b1", dollars("3"), Optional.empty());
        record(touch, sale);
        assertEquals(
                Origin.REAL,
                ports.purchases().journeys(Credited.CREATOR, DOLLARS).origin());
        ports.transactions().run(() -> ports.facts()
                .record(List.of(
                        new FactObservation(touch, simulated(NOON.minusSeconds(9))),
                        new FactObservation(touch("b9", 3, "eve", "79"), simulated(NOON)))));
        assertEquals(1, attributed(Credited.CREATOR).touches());
        assertEquals(
                Origin.MIXED,
                ports.purchases().journeys(Credited.CREATOR, DOLLARS).origin());
    }

    private Map<String, Long> gross(Credited credited) {
        Attribution attribution = attributed(credited);
        Map<String, Long> gross = new TreeMap<>();
        for (int i = 0; i < attribution.sources().size(); i++) {
            gross.put(
                    attribution.sources().get(i),
                    attribution.credit(Model.LAST_TOUCH, i).gross());
        }
        return gross;
    }

    private Attribution attributed(Credited credited) {
        BuyerJourneys.Told told = ports.purchases().journeys(credited, DOLLARS);
        return Attribution.of(
                List.of(told.journeys()),
                told.sources(),
                told.owners().stream().mapToInt(Integer::intValue).toArray(),
                Rules.USUAL);
    }

    private void record(Fact... facts) {
        List<FactObservation> observations = new ArrayList<>();
        for (Fact fact : facts) {
            observations.add(new FactObservation(fact, by("shop", NOON)));
        }
        ports.transactions().run(() -> ports.facts().record(observations));
        ports.creators().refresh();
    }

    private static Touch touch(String buyer, int hoursBefore, String creator, String video) {
        return new Touch(
                Platform.TIKTOK,
                buyer,
                NOON.minus(Duration.ofHours(hoursBefore)),
                Touch.Kind.CLICK,
                Optional.of(identity(creator)),
                Optional.of(video),
                Optional.empty(),
                Optional.empty());
    }

    private static Sale sale(String order, String buyer, Money gross, Optional<String> code) {
        return sale(order, Optional.empty(), buyer, gross, code);
    }

    private static Sale line(String order, String product, Money gross) {
        return sale(order, Optional.of(product), "b1", gross, Optional.empty());
    }

    private static Sale sale(String order, Optional<String> product, String buyer, Money gross, Optional<String> code) {
        return new Sale(
                Platform.TIKTOK,
                order,
                product,
                NOON,
                OptionalLong.of(1),
                gross,
                Optional.of(money("0", gross.currency())),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                code,
                Optional.of(buyer));
    }

    private static Money money(String amount, Currency currency) {
        return new Money(new BigDecimal(amount), currency);
    }
}
