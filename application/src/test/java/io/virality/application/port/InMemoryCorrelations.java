package io.virality.application.port;

import io.virality.domain.creator.Creator;
import io.virality.domain.creator.Provenance;
import io.virality.domain.creator.VideoCounts;
import io.virality.domain.engagement.EngagementRate;
import io.virality.domain.insight.Correlations;
import io.virality.domain.insight.Evidence;
import io.virality.domain.insight.Population;
import io.virality.domain.insight.Quantity;
import io.virality.domain.marketplace.AdResult;
import io.virality.domain.marketplace.Sale;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;

/** Gathers the figures of each unit. */
final class InMemoryCorrelations {

    private final InMemoryStore store;
    private final InMemoryMarket market;

    InMemoryCorrelations(InMemoryStore store) {
        this.store = store;
        this.market = new InMemoryMarket(store);
    }

    Evidence gather(Correlations question) {
        InMemoryUnits units = new InMemoryUnits(
                question.quantities().stream().map(Quantity::id).toList(), 2);
        if (question.population() == Population.VIDEOS) {
            store.creators.forEach(known -> known.videos
                    .values()
                    .forEach(post -> video(post, counted -> InMemoryStore.followers(known, counted), units)));
            store.videosOfNobody.values().forEach(post -> video(post, InMemoryStore.Counted::followers, units));
        } else {
            creators(question, units);
        }
        return units.evidence(List.of());
    }

    private void video(
            InMemoryStore.Post post, Function<InMemoryStore.Counted, OptionalLong> followers, InMemoryUnits units) {
        store.best(post.counts.values().stream(), InMemoryStore.Counted::provenance)
                .ifPresent(counted -> {
                    VideoCounts counts = counted.counts();
                    EnumMap<Quantity, Double> figures = new EnumMap<>(Quantity.class);
                    put(figures, Quantity.VIEWS, counts.views());
                    put(figures, Quantity.LIKES, counts.likes());
                    put(figures, Quantity.COMMENTS, counts.comments());
                    put(figures, Quantity.SHARES, counts.shares());
                    put(figures, Quantity.SAVES, counts.saves());
                    put(figures, Quantity.FOLLOWERS, followers.apply(counted));
                    if (counts.views().orElse(0) > 0
                            && counts.likes().isPresent()
                            && counts.comments().isPresent()
                            && counts.shares().isPresent()) {
                        long interactions = counts.likes().getAsLong()
                                + counts.comments().getAsLong()
                                + counts.shares().getAsLong();
                        figures.put(
                                Quantity.ENGAGEMENT,
                                (double) interactions / counts.views().getAsLong());
                    }
                    units.add(byName(figures), List.of(counted.provenance()));
                });
    }

    private void creators(Correlations question, InMemoryUnits units) {
        Map<Integer, List<InMemoryMarket.Ruling<Sale>>> sales = market.salesByCreator(question.currency());
        List<InMemoryMarket.Ruling<AdResult>> ads = market.ruling(AdResult.class).stream()
                .filter(ad -> ad.fact().clicks().isPresent())
                .toList();
        for (int number = 0; number < store.creators.size(); number++) {
            Creator creator = store.creators.get(number).current;
            if (creator == null) {
                continue;
            }
            int who = number;
            EnumMap<Quantity, Double> figures = new EnumMap<>(Quantity.class);
            List<Provenance> said = new ArrayList<>(List.of(creator.provenance()));
            put(figures, Quantity.FOLLOWERS, creator.counts().followers());
            put(figures, Quantity.LIKES, creator.counts().likes());
            for (InMemoryStore.Post post : store.creators.get(number).videos.values()) {
                store.best(post.counts.values().stream(), InMemoryStore.Counted::provenance)
                        .ifPresent(counted -> {
                            add(figures, Quantity.VIEWS, counted.counts().views());
                            add(figures, Quantity.COMMENTS, counted.counts().comments());
                            add(figures, Quantity.SHARES, counted.counts().shares());
                            add(figures, Quantity.SAVES, counted.counts().saves());
                            said.add(counted.provenance());
                        });
            }
            creator.rate(question.definition())
                    .map(EngagementRate::value)
                    .ifPresent(rate -> figures.put(Quantity.ENGAGEMENT, rate));
            ads.stream().filter(ad -> ad.creator() == who).forEach(ad -> {
                figures.merge(Quantity.CLICKS, (double) ad.fact().clicks().getAsLong(), Double::sum);
                said.add(ad.provenance());
            });
            List<InMemoryMarket.Ruling<Sale>> sold = sales.getOrDefault(number, List.of());
            if (!sold.isEmpty()) {
                figures.put(Quantity.ORDERS, (double) sold.stream()
                        .map(sale -> sale.fact().order())
                        .distinct()
                        .count());
            }
            for (InMemoryMarket.Ruling<Sale> sale : sold) {
                said.add(sale.provenance());
                sale.fact().units().ifPresent(pieces -> figures.merge(Quantity.UNITS, (double) pieces, Double::sum));
                sale.fact()
                        .net()
                        .ifPresent(net ->
                                figures.merge(Quantity.NET_SALES, net.amount().doubleValue(), Double::sum));
            }
            units.add(byName(figures), said);
        }
    }

    private static void put(Map<Quantity, Double> figures, Quantity quantity, OptionalLong value) {
        value.ifPresent(known -> figures.put(quantity, (double) known));
    }

    private static void add(Map<Quantity, Double> figures, Quantity quantity, OptionalLong value) {
        value.ifPresent(known -> figures.merge(quantity, (double) known, Double::sum));
    }

    private static Map<String, Double> byName(Map<Quantity, Double> figures) {
        Map<String, Double> named = new LinkedHashMap<>();
        figures.forEach((quantity, value) -> named.put(quantity.id(), value));
        return named;
    }
}
