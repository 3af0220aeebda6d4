package io.virality.application.port;

import io.virality.domain.creator.Creator;
import io.virality.domain.creator.Origin;
import io.virality.domain.creator.Tier;
import io.virality.domain.insight.Evidence;
import io.virality.domain.insight.Grouping;
import io.virality.domain.insight.Row;
import io.virality.domain.insight.SalesFunnel;
import io.virality.domain.insight.Statement;
import io.virality.domain.marketplace.AdResult;
import io.virality.domain.marketplace.ContentType;
import io.virality.domain.marketplace.Money;
import io.virality.domain.marketplace.Sale;
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

/** Adds up sales, one after the other. */
final class InMemorySalesFunnel {

    private final InMemoryStore store;
    private final InMemoryMarket market;

    InMemorySalesFunnel(InMemoryStore store) {
        this.store = store;
        this.market = new InMemoryMarket(store);
    }

    Evidence gather(SalesFunnel question) {
        List<InMemoryMarket.Ruling<Sale>> sales = market.ruling(Sale.class);
        Map<String, Map<String, List<InMemoryMarket.Ruling<Sale>>>> groups = new TreeMap<>();
        for (InMemoryMarket.Ruling<Sale> sale : sales) {
            groups.computeIfAbsent(InMemoryMarket.currency(sale), code -> new TreeMap<>())
                    .computeIfAbsent(segment(question, sale), name -> new ArrayList<>())
                    .add(sale);
        }
        List<Row> rows = new ArrayList<>();
        groups.forEach((currency, segments) -> {
            List<Row> ofCurrency = new ArrayList<>();
            segments.forEach((segment, sold) -> ofCurrency.add(row(question, segment, currency, sold)));
            ofCurrency.sort(
                    question.grouping() == Grouping.TIER
                            ? Comparator.comparingLong(row -> edge(question, row))
                            : Comparator.comparingLong((Row row) -> -row.count("orders")));
            rows.addAll(ofCurrency);
        });
        return new Evidence(
                new Statement("none", "computed in memory"),
                rows,
                Map.of(),
                sales.size(),
                0,
                sales.stream().map(sale -> sale.provenance().observedAt()).max(Comparator.naturalOrder()),
                Origin.of(
                        sales.stream().anyMatch(sale -> sale.provenance().origin() == Origin.REAL),
                        sales.stream().anyMatch(sale -> sale.provenance().origin() == Origin.SIMULATED)));
    }

    private static long edge(SalesFunnel question, Row row) {
        for (Tier tier : question.tiers().all()) {
            if (tier.name().equals(row.text("segment"))) {
                return tier.fewest();
            }
        }
        return Long.MAX_VALUE;
    }

    private String segment(SalesFunnel question, InMemoryMarket.Ruling<Sale> sale) {
        if (question.grouping() == Grouping.CONTENT) {
            return sale.fact().content().map(ContentType::id).orElse(Grouping.UNKNOWN);
        }
        Optional<Creator> creator =
                sale.creator() < 0 ? Optional.empty() : Optional.ofNullable(store.creators.get(sale.creator()).current);
        return InMemoryInsightQueries.group(
                question.grouping(),
                question.tiers(),
                creator,
                creator.map(who -> who.counts().followers()).orElse(OptionalLong.empty()));
    }

    private Row row(SalesFunnel question, String segment, String currency, List<InMemoryMarket.Ruling<Sale>> sold) {
        Set<Integer> creators = new HashSet<>();
        Set<String> orders = new HashSet<>();
        Optional<Long> units = Optional.empty();
        Money nothing = Money.ofTenThousandths(0, sold.get(0).fact().gross().currency());
        Money gross = nothing;
        Money settled = nothing;
        Money refunds = nothing;
        long unknown = 0;
        for (InMemoryMarket.Ruling<Sale> ruling : sold) {
            Sale sale = ruling.fact();
            if (ruling.creator() >= 0) {
                creators.add(ruling.creator());
            }
            orders.add(sale.order());
            if (sale.units().isPresent()) {
                units = Optional.of(units.orElse(0L) + sale.units().getAsLong());
            }
            gross = gross.plus(sale.gross());
            if (sale.refunds().isEmpty()) {
                unknown++;
            } else {
                settled = settled.plus(sale.gross());
                refunds = refunds.plus(sale.refunds().get());
            }
        }
        Optional<Long> views = question.reached() ? views(creators) : Optional.empty();
        boolean known = unknown < sold.size();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("segment", segment);
        values.put("currency", currency);
        values.put("creators", (long) creators.size());
        values.put("views", views.orElse(null));
        values.put("clicks", question.reached() ? clicks(creators).orElse(null) : null);
        values.put("orders", (long) orders.size());
        values.put("n", (long) sold.size());
        values.put("units", units.orElse(null));
        values.put("gross", gross.amount().doubleValue());
        values.put("refunds_unknown", unknown);
        values.put(
                "refund_rate",
                known && settled.amount().signum() > 0
                        ? refunds.amount().doubleValue() / settled.amount().doubleValue()
                        : null);
        values.put("net", known ? settled.minus(refunds).amount().doubleValue() : null);
        values.put(
                "orders_per_1000_views",
                views.filter(seen -> seen > 0)
                        .map(seen -> orders.size() * 1000.0 / seen)
                        .orElse(null));
        values.put("average_order", gross.amount().doubleValue() / orders.size());
        return new Row(values);
    }

    private Optional<Long> views(Set<Integer> creators) {
        return creators.stream()
                .flatMap(number -> store.creators.get(number).videos.values().stream())
                .flatMap(post -> store.best(post.counts.values().stream(), InMemoryStore.Counted::provenance).stream())
                .filter(counted -> counted.counts().views().isPresent())
                .map(counted -> counted.counts().views().getAsLong())
                .reduce(Long::sum);
    }

    private Optional<Long> clicks(Set<Integer> creators) {
        return market.ruling(AdResult.class).stream()
                .filter(ad ->
                        creators.contains(ad.creator()) && ad.fact().clicks().isPresent())
                .map(ad -> ad.fact().clicks().getAsLong())
                .reduce(Long::sum);
    }
}
