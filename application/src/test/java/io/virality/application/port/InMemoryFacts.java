package io.virality.application.port;

import io.virality.domain.creator.Identity;
import io.virality.domain.creator.Period;
import io.virality.domain.creator.Provenance;
import io.virality.domain.ingest.FactObservation;
import io.virality.domain.ingest.Tally;
import io.virality.domain.marketplace.AdResult;
import io.virality.domain.marketplace.Fact;
import io.virality.domain.marketplace.Product;
import io.virality.domain.marketplace.PromoCode;
import io.virality.domain.marketplace.Sale;
import io.virality.domain.marketplace.Shop;
import io.virality.domain.marketplace.Sponsorship;
import io.virality.domain.marketplace.Touch;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps facts in memory. */
final class InMemoryFacts implements Facts {

    private final InMemoryStore store;

    InMemoryFacts(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public Tally record(List<FactObservation> observations) {
        return observations.stream().map(this::record).reduce(Tally.NONE, Tally::plus);
    }

    private Tally record(FactObservation observation) {
        Provenance provenance = observation.provenance();
        Fact fact = observation.fact();
        store.noteSource(provenance);
        Optional<Integer> creator = creator(fact).map(identity -> store.number(identity, provenance.observedAt()));
        List<Object> key = key(fact, creator, InMemoryStore.source(provenance), provenance.observedAt());
        InMemoryStore.Told told = new InMemoryStore.Told(observation, creator);
        Optional<InMemoryStore.Told> before = Optional.ofNullable(store.facts.get(key));
        Optional<InMemoryStore.Told> last = fact instanceof Shop && provenance.timeAssumed()
                ? newestOf(key.subList(0, key.size() - 1))
                : Optional.empty();
        boolean outdated = before.filter(word -> provenance
                        .observedAt()
                        .isBefore(word.observation().provenance().observedAt()))
                .isPresent();
        if (outdated
                || before.filter(told::says).isPresent()
                || last.filter(told::says).isPresent()) {
            return new Tally(0, 0, 1);
        }
        store.facts.put(key, told);
        return before.isPresent() || last.isPresent() ? new Tally(0, 1, 0) : new Tally(1, 0, 0);
    }

    private Optional<InMemoryStore.Told> newestOf(List<Object> shopAndSource) {
        return store.facts.entrySet().stream()
                .filter(entry ->
                        entry.getKey().subList(0, entry.getKey().size() - 1).equals(shopAndSource))
                .map(Map.Entry::getValue)
                .max(Comparator.comparing(
                        told -> told.observation().provenance().observedAt()));
    }

    static Optional<Identity> creator(Fact fact) {
        if (fact instanceof Sale sale) {
            return sale.creator();
        } else if (fact instanceof AdResult result) {
            return result.creator();
        } else if (fact instanceof Sponsorship sponsorship) {
            return Optional.of(sponsorship.creator());
        } else if (fact instanceof Touch touch) {
            return touch.creator();
        } else if (fact instanceof PromoCode code) {
            return code.creator();
        }
        return Optional.empty();
    }

    /** Who said what about which fact; of a shop, at last the moment. */
    private static List<Object> key(Fact fact, Optional<Integer> creator, String source, Instant observedAt) {
        if (fact instanceof Shop shop) {
            return Arrays.asList(Shop.class, shop.platform(), shop.id(), source, observedAt);
        } else if (fact instanceof Product product) {
            return Arrays.asList(Product.class, product.platform(), product.id(), source);
        } else if (fact instanceof Sale sale) {
            return Arrays.asList(Sale.class, sale.platform(), sale.order(), sale.product(), source);
        } else if (fact instanceof Touch touch) {
            return Arrays.asList(
                    Touch.class,
                    touch.platform(),
                    touch.buyer(),
                    touch.at(),
                    touch.kind(),
                    creator,
                    touch.video(),
                    touch.channel(),
                    touch.campaign(),
                    source);
        } else if (fact instanceof PromoCode code) {
            return Arrays.asList(PromoCode.class, code.platform(), code.code(), source);
        } else if (fact instanceof AdResult result) {
            return Arrays.asList(
                    AdResult.class,
                    result.channel(),
                    result.campaign(),
                    result.ad(),
                    result.format(),
                    result.audience(),
                    result.period(),
                    source);
        }
        Sponsorship sponsorship = (Sponsorship) fact;
        return Arrays.asList(
                Sponsorship.class,
                creator.orElseThrow(),
                sponsorship.brand(),
                sponsorship.video(),
                sponsorship.period().map(Period::from),
                source);
    }
}
