package io.virality.application.port;

import io.virality.domain.creator.Creator;
import io.virality.domain.creator.Handle;
import io.virality.domain.creator.Origin;
import io.virality.domain.creator.Period;
import io.virality.domain.creator.Provenance;
import io.virality.domain.insight.Evidence;
import io.virality.domain.insight.Grouping;
import io.virality.domain.insight.MarketplaceUnits;
import io.virality.domain.insight.Row;
import io.virality.domain.insight.Statement;
import io.virality.domain.marketplace.AdResult;
import io.virality.domain.marketplace.Audience;
import io.virality.domain.marketplace.Money;
import io.virality.domain.marketplace.Sale;
import io.virality.domain.marketplace.Sponsorship;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/** Adds up what each advertisement or creator cost and brought, one fact after the other. */
final class InMemoryMarketplaceUnits {

    private static final List<String> COLUMNS = List.of(
            "spend",
            "impressions",
            "reach",
            "clicks",
            "conversions",
            "approved_conversions",
            "told_revenue",
            "fees",
            "orders",
            "gross",
            "settled",
            "refunds",
            "commission",
            "unsettled",
            "views",
            "engagements");

    private final InMemoryStore store;
    private final InMemoryMarket market;
    private final List<Provenance> told = new ArrayList<>();
    private final Map<List<String>, Map<String, Long>> sums =
            new TreeMap<>(Comparator.comparing((List<String> key) -> key.get(1))
                    .thenComparing(key -> key.get(0))
                    .thenComparing(key -> key.get(2)));
    private final Map<List<String>, Set<String>> orders = new LinkedHashMap<>();

    InMemoryMarketplaceUnits(InMemoryStore store) {
        this.store = store;
        this.market = new InMemoryMarket(store);
    }

    Evidence gather(MarketplaceUnits question) {
        long timeless = 0;
        boolean timed = question.from().isPresent() || question.until().isPresent();
        for (InMemoryMarket.Ruling<AdResult> ruling : market.ruling(AdResult.class)) {
            Optional<Instant> began = ruling.fact().period().map(Period::from);
            timeless += timed && began.isEmpty() ? 1 : 0;
            if (within(question, began)) {
                told.add(ruling.provenance());
                add(question, ruling, began);
            }
        }
        if (question.by().ofSales()) {
            for (InMemoryMarket.Ruling<Sale> ruling : market.ruling(Sale.class)) {
                if (within(question, Optional.of(ruling.fact().soldAt()))) {
                    told.add(ruling.provenance());
                    add(question, ruling);
                }
            }
            for (InMemoryMarket.Ruling<Sponsorship> ruling : market.ruling(Sponsorship.class)) {
                Optional<Instant> began = ruling.fact().period().map(Period::from);
                if (ruling.fact().fee().isPresent() && within(question, began)) {
                    told.add(ruling.provenance());
                    Money fee = ruling.fact().fee().get();
                    Map<String, Long> unit = unit(
                            List.of(group(question, ruling.creator(), began), code(fee), creator(ruling.creator())),
                            question,
                            ruling.creator());
                    unit.merge("fees", fee.tenThousandths(), Long::sum);
                }
            }
        }
        List<Row> rows = new ArrayList<>();
        sums.forEach((key, unit) -> {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("segment", key.get(0));
            row.put("currency", key.get(1));
            row.put("unit", key.get(2));
            COLUMNS.forEach(column -> row.put(column, unit.get(column)));
            if (orders.containsKey(key)) {
                row.put("orders", (long) orders.get(key).size());
            }
            rows.add(new Row(row));
        });
        return new Evidence(
                new Statement("none", "computed in memory"),
                rows,
                Map.of(),
                told.size(),
                timeless,
                told.stream().map(Provenance::observedAt).max(Comparator.naturalOrder()),
                Origin.of(
                        told.stream().anyMatch(one -> one.origin() == Origin.REAL),
                        told.stream().anyMatch(one -> one.origin() == Origin.SIMULATED)));
    }

    private static boolean within(MarketplaceUnits question, Optional<Instant> at) {
        boolean late = question.from().isEmpty()
                || at.filter(when -> !when.isBefore(question.from().get())).isPresent();
        boolean early = question.until().isEmpty()
                || at.filter(when -> when.isBefore(question.until().get())).isPresent();
        return late && early;
    }

    private void add(MarketplaceUnits question, InMemoryMarket.Ruling<AdResult> ruling, Optional<Instant> began) {
        AdResult ad = ruling.fact();
        Audience audience = ad.audience();
        String byCampaign = ad.channel() + " " + ad.campaign().orElse(MarketplaceUnits.UNKNOWN);
        String group =
                switch (question.by()) {
                    case CHANNEL -> ad.channel();
                    case CAMPAIGN -> byCampaign;
                    case AD -> ad.channel() + " " + ad.ad().orElse(MarketplaceUnits.UNKNOWN);
                    case AD_FORMAT -> ad.format().orElse(MarketplaceUnits.UNKNOWN);
                    case AUDIENCE ->
                        audience.description()
                                .or(() -> audience.age()
                                        .flatMap(age -> audience.gender().map(gender -> age + " " + gender)))
                                .or(audience::age)
                                .or(audience::gender)
                                .orElse(MarketplaceUnits.UNKNOWN);
                    case INTEREST -> audience.interest().orElse(MarketplaceUnits.UNKNOWN);
                    default -> group(question, ruling.creator(), began);
                };
        boolean ofCreator = question.by().ofSales() && ruling.creator() >= 0;
        String id = ad.ad()
                .orElseGet(() -> ad.format().orElse("") + " "
                        + audience.description().orElse("") + " "
                        + began.map(at -> String.valueOf(at.toEpochMilli())).orElse(""));
        Map<String, Long> unit = unit(
                List.of(
                        group,
                        ad.spend()
                                .or(ad::revenue)
                                .map(InMemoryMarketplaceUnits::code)
                                .orElse("XXX"),
                        ofCreator
                                ? creator(ruling.creator())
                                : "ad " + ad.channel() + " " + ad.campaign().orElse("") + " " + id),
                question,
                ofCreator ? ruling.creator() : -1);
        count(unit, "spend", ad.spend());
        count(unit, "impressions", ad.impressions());
        count(unit, "reach", ad.reach());
        count(unit, "clicks", ad.clicks());
        count(unit, "conversions", ad.conversions());
        count(unit, "approved_conversions", ad.approvedConversions());
        count(unit, "told_revenue", ad.revenue());
    }

    private void add(MarketplaceUnits question, InMemoryMarket.Ruling<Sale> ruling) {
        Sale sale = ruling.fact();
        List<String> key = List.of(
                group(question, ruling.creator(), Optional.of(sale.soldAt())),
                code(sale.gross()),
                ruling.creator() < 0 ? "nobody" : creator(ruling.creator()));
        Map<String, Long> unit = unit(key, question, ruling.creator());
        orders.computeIfAbsent(key, unseen -> new HashSet<>()).add(sale.platform() + " " + sale.order());
        count(unit, "gross", Optional.of(sale.gross()));
        count(unit, "settled", sale.refunds().map(known -> sale.gross()));
        count(unit, "refunds", sale.refunds());
        count(unit, "commission", sale.commission());
        unit.merge("unsettled", sale.refunds().isEmpty() ? 1L : 0L, Long::sum);
    }

    private Map<String, Long> unit(List<String> key, MarketplaceUnits question, int creator) {
        return sums.computeIfAbsent(key, unseen -> {
            Map<String, Long> unit = new LinkedHashMap<>();
            if (question.by().ofCreators() && creator >= 0) {
                for (InMemoryStore.Post post :
                        store.creators.get(creator).videos.values()) {
                    if (within(question, post.details.postedAt())) {
                        store.best(post.counts.values().stream(), InMemoryStore.Counted::provenance)
                                .ifPresent(counted -> {
                                    count(unit, "views", counted.counts().views());
                                    if (counted.counts().likes().isPresent()
                                            && counted.counts().comments().isPresent()
                                            && counted.counts().shares().isPresent()) {
                                        unit.merge(
                                                "engagements",
                                                counted.counts().likes().getAsLong()
                                                        + counted.counts()
                                                                .comments()
                                                                .getAsLong()
                                                        + counted.counts()
                                                                .shares()
                                                                .getAsLong(),
                                                Long::sum);
                                    }
                                });
                    }
                }
            }
            return unit;
        });
    }

    private static void count(Map<String, Long> unit, String column, OptionalLong counted) {
        counted.ifPresent(count -> unit.merge(column, count, Long::sum));
    }

    private static void count(Map<String, Long> unit, String column, Optional<Money> amount) {
        amount.ifPresent(money -> unit.merge(column, money.tenThousandths(), Long::sum));
    }

    private static String code(Money money) {
        return money.currency().getCurrencyCode();
    }

    private String group(MarketplaceUnits question, int number, Optional<Instant> at) {
        Optional<InMemoryStore.Known> known = number < 0 ? Optional.empty() : Optional.of(store.creators.get(number));
        Optional<Creator> creator = known.map(who -> who.current);
        return switch (question.by()) {
            case CREATOR -> known.map(this::named).orElse(MarketplaceUnits.UNKNOWN);
            case PERIOD ->
                at.map(when -> when.atZone(ZoneOffset.UTC)
                                .toLocalDate()
                                .toString()
                                .substring(0, 7))
                        .orElse(MarketplaceUnits.UNKNOWN);
            default ->
                InMemoryInsightQueries.group(
                        Grouping.valueOf(question.by().name()),
                        question.tiers(),
                        creator,
                        creator.map(who -> who.counts().followers()).orElse(OptionalLong.empty()));
        };
    }

    private String creator(int number) {
        InMemoryStore.Known known = store.creators.get(number);
        return "creator " + known.platform.id() + " " + named(known);
    }

    private String named(InMemoryStore.Known known) {
        return Optional.ofNullable(known.handle).map(Handle::name).orElse(known.platformId);
    }
}
