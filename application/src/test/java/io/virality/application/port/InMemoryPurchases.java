package io.virality.application.port;

import io.virality.domain.attribution.BuyerJourneys;
import io.virality.domain.attribution.Credited;
import io.virality.domain.creator.Handle;
import io.virality.domain.creator.Origin;
import io.virality.domain.creator.Platform;
import io.virality.domain.marketplace.Money;
import io.virality.domain.marketplace.PromoCode;
import io.virality.domain.marketplace.Sale;
import io.virality.domain.marketplace.Touch;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looks through all facts in memory. */
final class InMemoryPurchases implements Purchases {

    private final InMemoryStore store;
    private final InMemoryMarket market;

    InMemoryPurchases(InMemoryStore store) {
        this.store = store;
        this.market = new InMemoryMarket(store);
    }

    @Override
    public Map<Currency, Long> orders() {
        Map<Currency, Set<List<Object>>> orders = new HashMap<>();
        market.ruling(Sale.class)
                .forEach(sale -> orders.computeIfAbsent(sale.fact().gross().currency(), unseen -> new HashSet<>())
                        .add(List.of(sale.fact().platform(), sale.fact().order())));
        Map<Currency, Long> counts = new LinkedHashMap<>();
        orders.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<Currency, Set<List<Object>>> each) ->
                                -each.getValue().size())
                        .thenComparing(each -> each.getKey().getCurrencyCode()))
                .forEach(
                        each -> counts.put(each.getKey(), (long) each.getValue().size()));
        return counts;
    }

    @Override
    public BuyerJourneys.Told journeys(Credited credited, Currency currency) {
        BuyerJourneys told = new BuyerJourneys();
        Set<Origin> origins = new HashSet<>();
        for (InMemoryMarket.Ruling<PromoCode> code : market.ruling(PromoCode.class)) {
            told.code(code.fact().platform().id(), code.fact().code(), owner(credited, code));
        }
        for (InMemoryMarket.Ruling<Touch> touch : market.ruling(Touch.class)) {
            origins.add(touch.provenance().origin());
            told.touch(
                    touch.fact().platform().id(),
                    touch.fact().buyer(),
                    touch.fact().at().toEpochMilli(),
                    touch.fact().kind() == Touch.Kind.VIEW,
                    met(credited, touch));
        }
        market.ruling(Sale.class).stream()
                .filter(sale -> sale.fact().gross().currency().equals(currency))
                .sorted(Comparator.comparing((InMemoryMarket.Ruling<Sale> sale) ->
                        sale.fact().platform().id() + " " + sale.fact().order()))
                .forEach(sale -> {
                    origins.add(sale.provenance().origin());
                    told.order(line(credited, sale));
                });
        return told.told(Origin.of(origins.contains(Origin.REAL), origins.contains(Origin.SIMULATED)));
    }

    private BuyerJourneys.Line line(Credited credited, InMemoryMarket.Ruling<Sale> sale) {
        Sale fact = sale.fact();
        String met =
                switch (credited) {
                    case CREATOR -> sale.creator() < 0 ? null : name(sale.creator());
                    case CONTENT -> fact.video().orElse(null);
                    case CHANNEL -> sale.creator() < 0 ? null : fact.platform().id();
                    case CAMPAIGN -> null;
                };
        return new BuyerJourneys.Line(
                fact.platform().id(),
                fact.order(),
                fact.buyer().orElse(null),
                fact.soldAt().toEpochMilli(),
                fact.promoCode().orElse(null),
                fact.gross().tenThousandths(),
                fact.refunds().map(Money::tenThousandths).orElse(null),
                fact.commission().map(Money::tenThousandths).orElse(null),
                met);
    }

    private String owner(Credited credited, InMemoryMarket.Ruling<PromoCode> code) {
        PromoCode fact = code.fact();
        return switch (credited) {
            case CREATOR -> code.creator() < 0 ? null : name(code.creator());
            case CONTENT -> null;
            case CHANNEL -> fact.channel().orElse(null);
            case CAMPAIGN ->
                fact.campaign()
                        .map(id -> fact.channel().orElse(fact.platform().id()) + " " + id)
                        .orElse(null);
        };
    }

    private String met(Credited credited, InMemoryMarket.Ruling<Touch> touch) {
        String place = touch.fact().channel().orElse(touch.fact().platform().id());
        Optional<String> met =
                switch (credited) {
                    case CREATOR -> touch.creator() < 0 ? Optional.empty() : Optional.of(name(touch.creator()));
                    case CONTENT -> touch.fact().video();
                    case CHANNEL -> Optional.of(place);
                    case CAMPAIGN -> touch.fact().campaign().map(id -> place + " " + id);
                };
        return met.orElse(credited.nameless() + place);
    }

    private String name(int creator) {
        InMemoryStore.Known known = store.creators.get(creator);
        String name = Optional.ofNullable(known.handle).map(Handle::name).orElse(known.platformId);
        return known.platform.equals(Platform.TIKTOK) ? name : known.platform.id() + " " + name;
    }
}
