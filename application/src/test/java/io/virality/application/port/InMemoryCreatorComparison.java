package io.virality.application.port;

import io.virality.domain.creator.Creator;
import io.virality.domain.creator.Handle;
import io.virality.domain.creator.Tier;
import io.virality.domain.creator.Tiers;
import io.virality.domain.insight.Column;
import io.virality.domain.insight.ComparedCreators;
import io.virality.domain.insight.CreatorComparison;
import io.virality.domain.insight.Evidence;
import io.virality.domain.insight.Row;
import io.virality.domain.insight.Statement;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** The figures of creators that are compared, by plain loops. */
final class InMemoryCreatorComparison {

    private final InMemoryStore store;
    private final CreatorComparison question;
    private final ComparedCreators compared;

    InMemoryCreatorComparison(InMemoryStore store, CreatorComparison question) {
        this.store = store;
        this.question = question;
        this.compared = question.compared();
    }

    Evidence gather() {
        List<InMemoryStore.Known> sized = store.creators.stream()
                .filter(known -> known.current != null)
                .filter(known -> known.current.counts().followers().isPresent())
                .toList();
        List<InMemoryStore.Known> peers =
                sized.stream().filter(known -> isPeer(followers(known))).toList();
        List<InMemoryStore.Known> rated = peers.stream().filter(this::isRated).toList();
        long all = sized.stream().filter(this::isRated).count();
        long smaller = sized.stream()
                .filter(this::isRated)
                .filter(known -> followers(known) < tier().fewest())
                .count();
        List<Row> rows = rated.stream()
                .sorted(Comparator.comparingLong(InMemoryCreatorComparison::followers)
                        .reversed()
                        .thenComparing(known -> handle(known)))
                .map(known -> row(known, smaller, all))
                .toList();
        List<Creator> behind = rated.stream().map(known -> known.current).toList();
        return new Evidence(
                new Statement("none", "computed in memory"),
                rows,
                Map.of(),
                rated.size(),
                peers.size() - rated.size(),
                InMemoryDataset.asOf(behind),
                InMemoryDataset.origin(behind));
    }

    private Tier tier() {
        return compared.tiers()
                .of(compared.handle()
                        .map(handle -> store.holder(Handle.tiktok(handle))
                                .map(InMemoryCreatorComparison::followers)
                                .orElse(0L))
                        .orElse(compared.minFollowers()));
    }

    private boolean isPeer(long followers) {
        Tiers tiers = compared.tiers();
        return compared.handle().isPresent()
                ? tiers.of(followers).equals(tier())
                : tiers.of(followers).fewest() >= tier().fewest();
    }

    private boolean isRated(InMemoryStore.Known known) {
        return known.current.rate(compared.definition()).isPresent();
    }

    private Row row(InMemoryStore.Known known, long smaller, long all) {
        Creator creator = known.current;
        Map<String, Object> figures = new HashMap<>();
        figures.put("handle", handle(known));
        figures.put("followers", followers(known));
        figures.put("region", creator.profile().region().orElse(null));
        var rate = creator.rate(compared.definition()).orElseThrow();
        figures.put("engagement_rate", rate.value());
        figures.put("like_rate", number(rate.likes()));
        figures.put("following", creator.counts().following().getAsLong());
        figures.put("views_spread", spread(known).orElse(null));
        figures.put("smaller", smaller);
        figures.put("all_creators", all);
        Map<String, Object> row = new LinkedHashMap<>();
        question.topic().columns().stream()
                .filter(column -> !column.computed())
                .map(Column::name)
                .forEach(column -> row.put(column, figures.get(column)));
        return new Row(row);
    }

    private static Optional<Double> spread(InMemoryStore.Known known) {
        List<Long> views = new ArrayList<>();
        for (InMemoryStore.Post post : known.videos.values()) {
            long most = post.counts.values().stream()
                    .mapToLong(counted -> counted.counts().views().orElse(0))
                    .max()
                    .orElse(0);
            if (most > 0) {
                views.add(most);
            }
        }
        if (views.size() < ComparedCreators.FEWEST_VIDEOS) {
            return Optional.empty();
        }
        double sum = 0;
        double logarithms = 0;
        for (long view : views) {
            sum += view;
            logarithms += Math.log(view);
        }
        double spread = Math.log(sum / views.size()) - logarithms / views.size();
        return Optional.of(
                new BigDecimal(spread).setScale(9, RoundingMode.HALF_UP).doubleValue());
    }

    private static Double number(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }

    private static long followers(InMemoryStore.Known known) {
        return known.current.counts().followers().orElseThrow();
    }

    private static String handle(InMemoryStore.Known known) {
        return known.current.identity().handle().map(Handle::name).orElse(null);
    }
}
