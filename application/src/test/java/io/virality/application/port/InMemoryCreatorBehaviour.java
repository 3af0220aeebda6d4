package io.virality.application.port;

import io.virality.domain.creator.Creator;
import io.virality.domain.creator.Handle;
import io.virality.domain.engagement.EngagementRate;
import io.virality.domain.insight.CreatorBehaviour;
import io.virality.domain.insight.Evidence;
import io.virality.domain.insight.Row;
import io.virality.domain.insight.Statement;
import io.virality.domain.marketplace.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How creators behave, by plain loops. */
final class InMemoryCreatorBehaviour {

    private final InMemoryStore store;

    InMemoryCreatorBehaviour(InMemoryStore store) {
        this.store = store;
    }

    Evidence gather(CreatorBehaviour question) {
        List<InMemoryFollowerGrowth> growths = InMemoryFollowerGrowth.of(store);
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
        for (InMemoryStore.Known known : sized) {
            Creator creator = known.current;
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("handle", creator.identity().handle().map(Handle::name).orElse(null));
            row.put("followers", creator.counts().followers().getAsLong());
            row.put(
                    "engagement_rate",
                    creator.rate(question.definition())
                            .map(EngagementRate::value)
                            .orElse(null));
            row.put(
                    "growth",
                    growths.stream()
                            .filter(growth -> growth.creator() == creator)
                            .findFirst()
                            .flatMap(InMemoryFollowerGrowth::rate)
                            .orElse(null));
            List<Instant> posted = new ArrayList<>();
            List<Long> views = new ArrayList<>();
            for (InMemoryStore.Post post : known.videos.values()) {
                post.details.postedAt().filter(at -> !post.counts.isEmpty()).ifPresent(posted::add);
                long most = 0;
                for (InMemoryStore.Counted counted : post.counts.values()) {
                    most = Math.max(most, counted.counts().views().orElse(0));
                }
                if (most > 0) {
                    views.add(most);
                }
            }
            row.put("posts_per_week", frequency(posted));
            boolean enough = views.size() >= 5;
            double logarithms = 0;
            double sum = 0;
            for (long view : views) {
                logarithms += Math.log(view) / views.size();
                sum += view;
            }
            row.put("views_per_video", enough ? Math.exp(rounded(logarithms)) : null);
            long videos = creator.counts().videos().orElse(0);
            row.put(
                    "likes_per_video",
                    videos > 0 && creator.counts().likes().isPresent()
                            ? (double) creator.counts().likes().getAsLong() / videos
                            : null);
            row.put("views_spread", enough ? rounded(Math.log(sum / views.size()) - logarithms) : null);
            row.put(
                    "net_sales",
                    sales.getOrDefault(store.creators.indexOf(known), List.of()).stream()
                            .flatMap(sale -> sale.fact().net().stream())
                            .reduce(Money::plus)
                            .map(net -> net.amount().doubleValue())
                            .orElse(null));
            rows.add(new Row(row));
        }
        List<Creator> behind = sized.stream().map(known -> known.current).toList();
        return new Evidence(
                new Statement("none", "computed in memory"),
                rows,
                Map.of(),
                sized.size(),
                0,
                InMemoryDataset.asOf(behind),
                InMemoryDataset.origin(behind));
    }

    private static Double frequency(List<Instant> posted) {
        if (posted.size() < 5) {
            return null;
        }
        Instant first = posted.stream().min(Comparator.naturalOrder()).orElseThrow();
        Instant last = posted.stream().max(Comparator.naturalOrder()).orElseThrow();
        double weeks = Duration.between(first, last).toMillis() / 604_800_000.0;
        return weeks >= 1 ? (posted.size() - 1) / weeks : null;
    }

    private static double rounded(double value) {
        return new BigDecimal(value).setScale(9, RoundingMode.HALF_UP).doubleValue();
    }
}
