package io.virality.application.port;

import io.virality.application.port.InMemoryMarket.Ruling;
import io.virality.domain.creator.Period;
import io.virality.domain.marketplace.Fee;
import io.virality.domain.marketplace.Money;
import io.virality.domain.marketplace.Sale;
import io.virality.domain.marketplace.Sold;
import io.virality.domain.marketplace.Sponsorship;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What creators earned, in memory: a creator's number is its place. */
final class InMemoryEarnings implements Earnings {

    private final InMemoryStore store;

    InMemoryEarnings(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public Map<Long, Fee> fees(Collection<Long> creators) {
        Map<Long, Fee> last = new HashMap<>();
        for (Ruling<Sponsorship> ruling : new InMemoryMarket(store).ruling(Sponsorship.class)) {
            long creator = ruling.creator() + 1;
            Sponsorship told = ruling.fact();
            if (creators.contains(creator) && told.fee().isPresent()) {
                Money fee = told.fee().get();
                Fee ofVideo = new Fee(
                        Money.ofTenThousandths(
                                fee.tenThousandths() / Math.max(1, told.videos().orElse(1)), fee.currency()),
                        told.brand(),
                        told.period()
                                .map(Period::from)
                                .orElse(ruling.provenance().observedAt()));
                last.merge(creator, ofVideo, (one, other) -> other.at().isAfter(one.at()) ? other : one);
            }
        }
        return last;
    }

    @Override
    public Map<Long, Sold> sold(Collection<Long> creators) {
        Map<Integer, List<Ruling<Sale>>> sales = new InMemoryMarket(store).salesByCreator("");
        Map<Long, Sold> sold = new HashMap<>();
        sales.forEach((creator, ofIt) -> {
            if (creators.contains(creator + 1L)) {
                ofIt.stream()
                        .flatMap(sale -> sale.fact().net().stream())
                        .reduce(Money::plus)
                        .ifPresent(net -> sold.put(creator + 1L, new Sold(net, views(creator))));
            }
        });
        return sold;
    }

    private long views(int creator) {
        return store.creators.get(creator).videos.values().stream()
                .mapToLong(video -> video.counts.values().stream()
                        .mapToLong(counted -> counted.counts().views().orElse(0))
                        .max()
                        .orElse(0))
                .sum();
    }
}
