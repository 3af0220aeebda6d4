package io.virality.application.port;

import static io.virality.application.port.Observations.NEXT_DAY;
import static io.virality.application.port.Observations.NOON;
import static io.virality.application.port.Observations.assumed;
import static io.virality.application.port.Observations.by;
import static io.virality.application.port.Observations.dollars;
import static io.virality.application.port.Observations.identity;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.virality.domain.creator.Identity;
import io.virality.domain.creator.Period;
import io.virality.domain.creator.Platform;
import io.virality.domain.creator.Provenance;
import io.virality.domain.ingest.CreatorObservation;
import io.virality.domain.ingest.FactObservation;
import io.virality.domain.ingest.Tally;
import io.virality.domain.marketplace.AdResult;
import io.virality.domain.marketplace.Audience;
import io.virality.domain.marketplace.Brand;
import io.virality.domain.marketplace.ContentType;
import io.virality.domain.marketplace.Fact;
import io.virality.domain.marketplace.PromoCode;
import io.virality.domain.marketplace.Sale;
import io.virality.domain.marketplace.Shop;
import io.virality.domain.marketplace.Sponsorship;
import io.virality.domain.marketplace.Touch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What {@link Facts} promises. */
public abstract class FactsContract extends StoredPortContract {

    private static final Tally STORED = new Tally(1, 0, 0);
    private static final Tally UPDATED = new Tally(0, 1, 0);
    private static final Tally UNCHANGED = new Tally(0, 0, 1);

    @Test
    void a_sale_is_stored_once_and_updated_when_it_is_corrected() {
        assertEquals(STORED, record(sale("1", "0"), by("shop", NOON)));
        assertEquals(UNCHANGED, record(sale("1", "0"), by("shop", NEXT_DAY)));
        assertEquals(UPDATED, record(sale("1", "5"), by("shop", NEXT_DAY)));
        assertEquals(UNCHANGED, record(sale("1", "0"), by("shop", NOON)), "older than what is known");
        assertEquals(STORED, record(sale("2", "0"), by("shop", NOON)));
        assertEquals(List.of(sale("1", "5"), sale("2", "0")), held());
    }

    @Test
    void what_two_sources_say_about_one_fact_is_kept() {
        record(sale("1", "0"), by("shop", NEXT_DAY));
        assertEquals(STORED, record(sale("1", "5"), by("bank", NOON)));
        assertEquals(2, held().size());
        assertTrue(held().containsAll(List.of(sale("1", "0"), sale("1", "5"))));
    }

    @Test
    void a_shop_at_another_moment_is_another_fact() {
        assertEquals(STORED, record(shop(7), by("survey", NOON)));
        assertEquals(STORED, record(shop(7), by("survey", NEXT_DAY)));
        assertEquals(UPDATED, record(shop(8), by("survey", NOON)));
        assertEquals(List.of(shop(8), shop(7)), held());
    }

    @Test
    void an_assumed_moment_does_not_make_the_same_shop_new() {
        assertEquals(STORED, record(shop(7), assumed("file", NOON)));
        assertEquals(UNCHANGED, record(shop(7), assumed("file", NEXT_DAY)));
        assertEquals(UPDATED, record(shop(8), assumed("file", NEXT_DAY)));
    }

    @Test
    void results_for_other_audiences_are_others() {
        assertEquals(STORED, record(adResult("men"), by("ads", NOON)));
        assertEquals(STORED, record(adResult("women"), by("ads", NOON)));
        assertEquals(UNCHANGED, record(adResult("men"), by("ads", NOON)));
    }

    @Test
    void brands_that_differ_in_case_alone_are_one() {
        assertEquals(STORED, record(sponsorship("Acme"), by("tags", NOON)));
        assertEquals(UNCHANGED, record(sponsorship("ACME"), by("tags", NOON)));
    }

    @Test
    void a_partnership_that_begins_anew_is_another() {
        assertEquals(STORED, record(sponsorship("Acme", "2026-03-01"), by("contracts", NOON)));
        assertEquals(STORED, record(sponsorship("Acme", "2026-09-01"), by("contracts", NOON)));
        assertEquals(UNCHANGED, record(sponsorship("Acme", "2026-03-01"), by("contracts", NOON)));
    }

    @Test
    void a_touch_is_told_from_others_by_all_that_it_says() {
        Touch click = touch(Touch.Kind.CLICK, "alice", Optional.of("72"));
        assertEquals(STORED, record(click, by("pixel", NOON)));
        assertEquals(UNCHANGED, record(click, by("pixel", NEXT_DAY)));
        assertEquals(STORED, record(touch(Touch.Kind.VIEW, "alice", Optional.of("72")), by("pixel", NOON)));
        assertEquals(STORED, record(touch(Touch.Kind.CLICK, "bob", Optional.of("72")), by("pixel", NOON)));
        assertEquals(STORED, record(touch(Touch.Kind.CLICK, "alice", Optional.empty()), by("pixel", NOON)));
        assertEquals(STORED, record(click, by("log", NOON)), "another source's word");
        assertEquals(5, held().size());
    }

    @Test
    void a_promo_code_has_the_owner_that_was_told_last() {
        assertEquals(STORED, record(code("alice"), by("contracts", NOON)));
        assertEquals(UPDATED, record(code("bob"), by("contracts", NEXT_DAY)));
        assertEquals(List.of(code("bob")), held());
    }

    private static Touch touch(Touch.Kind kind, String creator, Optional<String> video) {
        return new Touch(
                Platform.TIKTOK,
                "buyer-7",
                NOON,
                kind,
                Optional.of(identity(creator)),
                video,
                Optional.empty(),
                Optional.empty());
    }

    private static PromoCode code(String creator) {
        return new PromoCode(
                Platform.TIKTOK,
                "SAVE10",
                Optional.of(new Identity(Platform.TIKTOK, Optional.of("id-of-" + creator), Optional.empty())),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void a_creator_that_only_a_sale_names_becomes_known() {
        record(sale("1", "0"), by("shop", NOON));
        List<Identity> known = new ArrayList<>();
        ports.holdings().forEach(reading -> {
            if (reading instanceof CreatorObservation creator) {
                known.add(creator.creator());
            }
        });
        assertEquals(List.of(sale("1", "0").creator().orElseThrow()), known);
    }

    @Test
    void what_was_recorded_in_a_transaction_that_failed_is_gone() {
        record(sponsorship("Acme"), by("tags", NOON));
        try {
            ports.transactions().run(() -> {
                ports.facts().record(List.of(new FactObservation(sale("1", "0"), by("shop", NOON))));
                throw new IllegalStateException("on purpose");
            });
        } catch (IllegalStateException e) {
            assertEquals("on purpose", e.getMessage());
        }
        assertEquals(1, held().size());
        assertEquals(UNCHANGED, record(sponsorship("Acme"), by("tags", NOON)));
    }

    private Tally record(Fact fact, Provenance provenance) {
        Tally[] tally = new Tally[1];
        ports.transactions().run(() -> tally[0] = ports.facts().record(List.of(new FactObservation(fact, provenance))));
        return tally[0];
    }

    private List<Fact> held() {
        List<Fact> held = new ArrayList<>();
        ports.holdings().forEach(reading -> {
            if (reading instanceof FactObservation observation) {
                held.add(observation.fact());
            }
        });
        return held;
    }

    private static Sale sale(String order, String refunds) {
        return new Sale(
                Platform.TIKTOK,
                order,
                Optional.of("lipstick"),
                NOON,
                OptionalLong.of(2),
                dollars("19.98"),
                Optional.of(dollars(refunds)),
                Optional.of(dollars("1.9980")),
                Optional.of(new Identity(Platform.TIKTOK, Optional.of("id-of-alice"), Optional.empty())),
                Optional.of("72"),
                Optional.of(ContentType.VIDEO),
                Optional.empty(),
                Optional.of("buyer-7"));
    }

    private static Shop shop(long products) {
        return new Shop(
                Platform.TIKTOK,
                "7495315801392253014",
                Optional.of("Shop"),
                Optional.empty(),
                Optional.of("VN"),
                Optional.of(dollars("100")),
                Optional.of(dollars("-3")),
                OptionalLong.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.of(products));
    }

    private static AdResult adResult(String gender) {
        return new AdResult(
                "facebook",
                Optional.of("916"),
                Optional.of("708746"),
                Optional.empty(),
                new Audience(Optional.empty(), Optional.empty(), Optional.of(gender), Optional.empty()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(dollars("1.43")),
                OptionalLong.of(7350),
                OptionalLong.empty(),
                OptionalLong.of(1),
                OptionalLong.of(2),
                OptionalLong.of(1),
                Optional.empty());
    }

    private static Sponsorship sponsorship(String brand) {
        return sponsorship(brand, Optional.empty());
    }

    private static Sponsorship sponsorship(String brand, String day) {
        Instant from = Instant.parse(day + "T00:00:00Z");
        return sponsorship(brand, Optional.of(new Period(from, from.plus(Duration.ofDays(30)))));
    }

    private static Sponsorship sponsorship(String brand, Optional<Period> period) {
        return new Sponsorship(
                identity("alice"),
                new Brand(brand),
                Optional.empty(),
                Sponsorship.Evidence.DISCLOSED,
                period,
                OptionalLong.of(3),
                List.of("ad"),
                Optional.of(dollars("500")));
    }
}
