package io.virality.application.port;

import io.virality.domain.creator.Origin;
import io.virality.domain.creator.Provenance;
import io.virality.domain.creator.VideoCounts;
import io.virality.domain.insight.Evidence;
import io.virality.domain.insight.Row;
import io.virality.domain.insight.Statement;
import io.virality.domain.insight.VideoHistory;
import io.virality.domain.marketplace.Sale;
import io.virality.domain.marketplace.Sponsorship;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Each video by its newest observation. */
final class InMemoryVideoHistory {

    private InMemoryVideoHistory() {}

    static Evidence of(InMemoryStore store, VideoHistory question) {
        InMemoryMarket market = new InMemoryMarket(store);
        List<InMemoryMarket.Ruling<Sale>> sales = market.ruling(Sale.class);
        List<InMemoryMarket.Ruling<Sponsorship>> sponsorships = market.ruling(Sponsorship.class);
        List<Row> rows = new ArrayList<>();
        List<Provenance> behind = new ArrayList<>();
        long without = 0;
        for (int i = 0; i < store.creators.size(); i++) {
            InMemoryStore.Known known = store.creators.get(i);
            if (question.creator().isPresent() && !question.creator().get().equals(known.handle)) {
                continue;
            }
            List<Row> own = new ArrayList<>();
            for (String id : known.videos.keySet().stream().sorted().toList()) {
                InMemoryStore.Post post = known.videos.get(id);
                InMemoryStore.Counted counted = post.counts.values().stream()
                        .max(Comparator.comparing(each -> each.provenance().observedAt()))
                        .orElse(null);
                if (counted == null) {
                    continue;
                }
                VideoCounts counts = counted.counts();
                if (post.details.postedAt().isEmpty()
                        || InMemoryStore.followers(known, counted).isEmpty()
                        || counts.views().orElse(0) == 0
                        || counts.likes().isEmpty()
                        || counts.comments().isEmpty()
                        || counts.shares().isEmpty()) {
                    without++;
                    continue;
                }
                behind.add(counted.provenance());
                Map<String, Object> row = new LinkedHashMap<>();
                row.put("creator", i + 1L);
                row.put(
                        "verified",
                        known.current
                                .profile()
                                .verified()
                                .map(verified -> verified ? "verified" : "not verified")
                                .orElse("unknown"));
                row.put("posted", post.details.postedAt().get().toEpochMilli());
                row.put("observed", counted.provenance().observedAt().toEpochMilli());
                row.put("views", counts.views().getAsLong());
                row.put(
                        "interactions",
                        counts.likes().getAsLong()
                                + counts.comments().getAsLong()
                                + counts.shares().getAsLong());
                row.put("followers", InMemoryStore.followers(known, counted).getAsLong());
                row.put(
                        "seconds",
                        post.details.duration().map(Duration::toSeconds).orElse(null));
                row.put("hashtags", (long) post.details.hashtags().size());
                boolean named = sponsorships.stream()
                        .anyMatch(each -> each.fact().video().filter(id::equals).isPresent());
                row.put("sponsored", named || !post.details.disclosures().isEmpty() ? 1L : 0L);
                row.put(
                        "orders",
                        sales.stream()
                                .filter(sale ->
                                        sale.fact().video().filter(id::equals).isPresent())
                                .map(sale -> sale.fact().order())
                                .distinct()
                                .count());
                own.add(new Row(row));
            }
            own.stream()
                    .sorted(Comparator.comparing(row -> row.count("posted")))
                    .forEach(rows::add);
        }
        return new Evidence(
                new Statement("none", "computed in memory"),
                rows,
                Map.of(),
                rows.size(),
                without,
                behind.stream().map(Provenance::observedAt).max(Comparator.naturalOrder()),
                Origin.of(
                        behind.stream().anyMatch(each -> each.origin() == Origin.REAL),
                        behind.stream().anyMatch(each -> each.origin() == Origin.SIMULATED)));
    }
}
