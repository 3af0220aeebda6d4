package io.virality.application.port;

import io.virality.domain.creator.Provenance;
import io.virality.domain.marketplace.Fact;
import io.virality.domain.marketplace.Money;
import io.virality.domain.marketplace.Sale;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the store's words say that rule. */
final class InMemoryMarket {

    private final InMemoryStore store;

    InMemoryMarket(InMemoryStore store) {
        this.store = store;
    }

    /** A fact, the number of its creator or −1, and who said so. */
    record Ruling<T extends Fact>(T fact, int creator, Provenance provenance) {}

    /** The ruling words about facts of a kind that are the same at all times. */
    <T extends Fact> List<Ruling<T>> ruling(Class<T> kind) {
        Map<List<Object>, InMemoryStore.Told> best = new LinkedHashMap<>();
        Comparator<InMemoryStore.Told> preferred =
                Comparator.comparing(told -> told.observation().provenance(), store.preferred());
        store.facts.forEach((key, told) -> {
            if (kind.isInstance(told.observation().fact())) {
                best.merge(
                        key.subList(0, key.size() - 1),
                        told,
                        (one, other) -> preferred.compare(one, other) <= 0 ? one : other);
            }
        });
        List<Ruling<T>> ruling = new ArrayList<>();
        for (InMemoryStore.Told told : best.values()) {
            ruling.add(new Ruling<>(
                    kind.cast(told.observation().fact()),
                    told.creator().orElse(-1),
                    told.observation().provenance()));
        }
        return ruling;
    }

    /** The ruling sales of creators in a currency, by the creators' numbers; an empty one is that of most sales. */
    Map<Integer, List<Ruling<Sale>>> salesByCreator(String currency) {
        List<Ruling<Sale>> ofCreators =
                ruling(Sale.class).stream().filter(sale -> sale.creator() >= 0).toList();
        String meant = currency.isEmpty() ? usual(ofCreators) : currency;
        Map<Integer, List<Ruling<Sale>>> sales = new LinkedHashMap<>();
        for (Ruling<Sale> sale : ofCreators) {
            if (currency(sale).equals(meant)) {
                sales.computeIfAbsent(sale.creator(), who -> new ArrayList<>()).add(sale);
            }
        }
        return sales;
    }

    static String currency(Ruling<Sale> sale) {
        return sale.fact().gross().currency().getCurrencyCode();
    }

    private static String usual(Collection<Ruling<Sale>> sales) {
        Map<String, Integer> counts = new HashMap<>();
        for (Ruling<Sale> sale : sales) {
            counts.merge(currency(sale), 1, Integer::sum);
        }
        counts.remove(Money.UNKNOWN.getCurrencyCode());
        return counts.keySet().stream()
                .min(Comparator.comparing((String code) -> -counts.get(code)).thenComparing(code -> code))
                .orElse("");
    }
}
