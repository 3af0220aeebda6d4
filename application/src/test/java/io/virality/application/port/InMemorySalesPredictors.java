package io.virality.application.port;

import io.virality.domain.creator.Creator;
import io.virality.domain.creator.Provenance;
import io.virality.domain.creator.Tier;
import io.virality.domain.engagement.EngagementRate;
import io.virality.domain.insight.Evidence;
import io.virality.domain.insight.Quantity;
import io.virality.domain.insight.Row;
import io.virality.domain.insight.SalesPredictors;
import io.virality.domain.marketplace.Money;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers what is known of each creator who sells. */
final class InMemorySalesPredictors {

    private final InMemoryStore store;

    InMemorySalesPredictors(InMemoryStore store) {
        this.store = store;
    }

    Evidence gather(SalesPredictors question) {
        InMemoryUnits units = new InMemoryUnits(
                SalesPredictors.FIGURES.stream().map(Quantity::id).toList(), 3);
        List<String> currencies = new ArrayList<>();
        new InMemoryMarket(store).salesByCreator(question.currency()).forEach((number, sales) -> {
            Creator creator = store.creators.get(number).current;
            if (creator == null) {
                return;
            }
            Map<String, Double> figures = new LinkedHashMap<>();
            creator.counts()
                    .followers()
                    .ifPresent(followers -> figures.put(Quantity.FOLLOWERS.id(), (double) followers));
            creator.rate(question.definition())
                    .map(EngagementRate::value)
                    .ifPresent(rate -> figures.put(Quantity.ENGAGEMENT.id(), rate));
            sales.stream()
                    .flatMap(sale -> sale.fact().net().stream())
                    .reduce(Money::plus)
                    .ifPresent(net ->
                            figures.put(Quantity.NET_SALES.id(), net.amount().doubleValue()));
            List<Provenance> said = new ArrayList<>(List.of(creator.provenance()));
            sales.forEach(sale -> said.add(sale.provenance()));
            units.add(figures, said);
            currencies.add(InMemoryMarket.currency(sales.get(0)));
        });
        List<Row> rows = new ArrayList<>();
        if (!units.all().isEmpty()) {
            rows.add(row(SalesPredictors.ALL, currencies.get(0), units.all().size()));
        }
        for (Tier tier : question.tiers().all()) {
            long n = units.all().stream()
                    .filter(figures -> question.tiers()
                            .of(figures.get(Quantity.FOLLOWERS.id()).longValue())
                            .equals(tier))
                    .count();
            if (n > 0) {
                rows.add(row(tier.name(), currencies.get(0), n));
            }
        }
        return units.evidence(rows);
    }

    private static Row row(String creators, String currency, long n) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("creators", creators);
        values.put("currency", currency);
        values.put("n", n);
        return new Row(values);
    }
}
