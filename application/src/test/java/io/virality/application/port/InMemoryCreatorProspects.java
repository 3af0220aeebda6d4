package io.virality.application.port;

import io.virality.domain.creator.Creator;
import io.virality.domain.creator.Handle;
import io.virality.domain.creator.VideoCounts;
import io.virality.domain.insight.Evidence;
import io.virality.domain.insight.Row;
import io.virality.domain.insight.Statement;
import io.virality.domain.marketplace.Money;
import io.virality.domain.stats.Sample;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is known of creators that could be hired, by plain loops. */
final class InMemoryCreatorProspects {

    private final InMemoryStore store;

    InMemoryCreatorProspects(InMemoryStore store) {
        this.store = store;
    }

    Evidence gather() {
        var sales = new InMemoryMarket(store).salesByCreator("");
        List<InMemoryStore.Known> all =
                store.creators.stream().filter(known -> known.current != null).toList();
        List<InMemoryStore.Known> sized = all.stream()
                .filter(known -> known.current.counts().followers().isPresent())
                .sorted(Comparator.comparingLong((InMemoryStore.Known known) ->
                                -known.current.counts().followers().getAsLong())
                        .thenComparing(known -> known.current
                                .identity()
                                .handle()
                                .map(Handle::name)
                                .orElse("")))
                .toList();
        List<Row> rows = new ArrayList<>();
        List<Creator> behind = new ArrayList<>();
        for (InMemoryStore.Known known : sized) {
            List<Long> views = new ArrayList<>();
            double interactions = 0;
            double newestViews = 0;
            for (InMemoryStore.Post post : known.videos.values()) {
                long most = 0;
                for (InMemoryStore.Counted counted : post.counts.values()) {
                    most = Math.max(most, counted.counts().views().orElse(0));
                }
                if (most == 0) {
                    continue;
                }
                views.add(most);
                VideoCounts newest = post.counts.values().stream()
                        .max(Comparator.comparing(each -> each.provenance().observedAt()))
                        .orElseThrow()
                        .counts();
                if (newest.views().orElse(0) > 0
                        && newest.likes().isPresent()
                        && newest.comments().isPresent()
                        && newest.shares().isPresent()) {
                    newestViews += newest.views().getAsLong();
                    interactions += newest.likes().getAsLong()
                            + newest.comments().getAsLong()
                            + newest.shares().getAsLong();
                }
            }
            if (views.isEmpty()) {
                continue;
            }
            behind.add(known.current);
            Creator creator = known.current;
            var sold = sales.getOrDefault(store.creators.indexOf(known), List.of());
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("handle", creator.identity().handle().map(Handle::name).orElse(null));
            row.put("followers", creator.counts().followers().getAsLong());
            row.put("region", creator.profile().region().orElse(null));
            row.put("language", creator.profile().language().orElse(null));
            row.put("category", creator.profile().category().orElse(null));
            row.put(
                    "predicted",
                    Optional.ofNullable(store.predictions.get(store.creators.indexOf(known) + 1L))
                            .flatMap(prediction -> prediction.labels().stream().findFirst())
                            .map(label -> label.category().id())
                            .orElse(null));
            row.put("videos", (long) views.size());
            row.put("views", views.stream().mapToLong(view -> view).sum());
            row.put(
                    "median_views",
                    Sample.of(views.stream().mapToDouble(view -> view).toArray())
                            .median());
            row.put("log_views", rounded(views.stream().mapToDouble(Math::log).sum() / views.size()));
            row.put(
                    "log_squares",
                    rounded(views.stream()
                                    .mapToDouble(view -> Math.pow(Math.log(view), 2))
                                    .sum()
                            / views.size()));
            row.put("engagement", newestViews > 0 ? interactions / newestViews : null);
            row.put(
                    "net_sales",
                    sold.stream()
                            .flatMap(sale -> sale.fact().net().stream())
                            .reduce(Money::plus)
                            .map(net -> net.amount().doubleValue())
                            .orElse(null));
            row.put(
                    "currency",
                    sold.stream().map(InMemoryMarket::currency).findFirst().orElse(null));
            rows.add(new Row(row));
        }
        return new Evidence(
                new Statement("none", "computed in memory"),
                rows,
                Map.of(),
                rows.size(),
                sized.size() - rows.size(),
                InMemoryDataset.asOf(behind),
                InMemoryDataset.origin(behind));
    }

    private static double rounded(double value) {
        return new BigDecimal(value).setScale(9, RoundingMode.HALF_UP).doubleValue();
    }
}
