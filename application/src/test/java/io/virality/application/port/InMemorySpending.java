package io.virality.application.port;

import io.virality.domain.creator.Creator;
import io.virality.domain.creator.Origin;
import io.virality.domain.creator.Period;
import io.virality.domain.creator.Tiers;
import io.virality.domain.marketplace.AdResult;
import io.virality.domain.marketplace.Money;
import io.virality.domain.marketplace.Sale;
import io.virality.domain.marketplace.Sponsorship;
import io.virality.domain.response.SpendHistory;
import io.virality.domain.response.SpendHistory.Flow;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
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
final class InMemorySpending implements Spending {

    private final InMemoryStore store;
    private final InMemoryMarket market;

    InMemorySpending(InMemoryStore store) {
        this.store = store;
        this.market = new InMemoryMarket(store);
    }

    @Override
    public Map<Currency, Long> currencies() {
        Map<Currency, Long> counts = new HashMap<>();
        for (InMemoryMarket.Ruling<AdResult> ad : market.ruling(AdResult.class)) {
            ad.fact()
                    .spend()
                    .filter(spend -> ad.fact().period().isPresent())
                    .ifPresent(spend -> counts.merge(spend.currency(), 1L, Long::sum));
        }
        for (InMemoryMarket.Ruling<Sponsorship> paid : market.ruling(Sponsorship.class)) {
            paid.fact()
                    .fee()
                    .filter(fee -> paid.fact().period().isPresent())
                    .ifPresent(fee -> counts.merge(fee.currency(), 1L, Long::sum));
        }
        Map<Currency, Long> ranked = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<Currency, Long> each) -> -each.getValue())
                        .thenComparing(each -> each.getKey().getCurrencyCode()))
                .forEach(each -> ranked.put(each.getKey(), each.getValue()));
        return ranked;
    }

    @Override
    public SpendHistory history(Optional<Tiers> tiers, Currency currency) {
        Set<Origin> origins = new HashSet<>();
        List<Flow> spent = new ArrayList<>();
        List<Flow> revenue = new ArrayList<>();
        for (InMemoryMarket.Ruling<AdResult> ad : market.ruling(AdResult.class)) {
            String name = tiers.map(all -> ad.creator() < 0 ? "no creator" : tier(all, ad.creator()))
                    .orElse(ad.fact().channel());
            if (add(spent, name, ad.fact().period(), ad.fact().spend(), currency)
                    | add(
                            revenue,
                            ad.fact().channel(),
                            ad.fact().period(),
                            ad.fact().revenue(),
                            currency)) {
                origins.add(ad.provenance().origin());
            }
        }
        for (InMemoryMarket.Ruling<Sponsorship> paid : market.ruling(Sponsorship.class)) {
            String name = tiers.map(all -> tier(all, paid.creator())).orElse("creators");
            if (add(spent, name, paid.fact().period(), paid.fact().fee(), currency)) {
                origins.add(paid.provenance().origin());
            }
        }
        List<Flow> ordered = new ArrayList<>();
        for (InMemoryMarket.Ruling<Sale> sale : market.ruling(Sale.class)) {
            if (sale.fact().gross().currency().equals(currency)) {
                long refunds = sale.fact().refunds().map(Money::tenThousandths).orElse(0L);
                ordered.add(new Flow(
                        "orders",
                        sale.fact().soldAt().truncatedTo(ChronoUnit.DAYS),
                        Optional.empty(),
                        sale.fact().gross().tenThousandths() - refunds));
                origins.add(sale.provenance().origin());
            }
        }
        return new SpendHistory(
                summed(spent),
                summed(ordered),
                summed(revenue),
                Origin.of(origins.contains(Origin.REAL), origins.contains(Origin.SIMULATED)));
    }

    private static boolean add(
            List<Flow> flows, String name, Optional<Period> period, Optional<Money> amount, Currency currency) {
        boolean meant = period.isPresent()
                && amount.filter(money -> money.currency().equals(currency)).isPresent();
        if (meant) {
            flows.add(new Flow(
                    name,
                    period.get().from(),
                    Optional.of(period.get().until()),
                    amount.get().tenThousandths()));
        }
        return meant;
    }

    private String tier(Tiers tiers, int creator) {
        Creator current = store.creators.get(creator).current;
        return current == null || current.counts().followers().isEmpty()
                ? "unknown"
                : tiers.of(current.counts().followers().getAsLong()).name();
    }

    /** Those of one name and time as one, in order. */
    private static List<Flow> summed(List<Flow> flows) {
        Map<List<Object>, Long> sums = new LinkedHashMap<>();
        flows.forEach(flow -> sums.merge(List.of(flow.name(), flow.from(), flow.until()), flow.amount(), Long::sum));
        List<Flow> summed = new ArrayList<>();
        sums.forEach((key, amount) -> {
            @SuppressWarnings("unchecked")
            Optional<Instant> until = (Optional<Instant>) key.get(2);
            summed.add(new Flow((String) key.get(0), (Instant) key.get(1), until, amount));
        });
        summed.sort(Comparator.comparing(Flow::from)
                .thenComparing(flow -> flow.until().orElse(Instant.EPOCH))
                .thenComparing(Flow::name));
        return List.copyOf(summed);
    }
}
