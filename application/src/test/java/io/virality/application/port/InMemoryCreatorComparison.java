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
import io.virality.domain.marketplace.Money;
import io.virality.domain.marketplace.Sale;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
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
    private final List<InMemoryFollowerGrowth> growths;
    private final Map<Integer, List<InMemoryMarket.Ruling<Sale>>> sales;

    InMemoryCreatorComparison(InMemoryStore store, CreatorComparison question) {
        this.store = store;
        this.question = question;
        this.compared = question.compared();
        this.growths = InMemoryFollowerGrowth.of(store);
        this.sales = new InMemoryMarket(store).salesByCreator(compared.currency());
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
        List<Row> rows = rated.stream().map(known -> row(known, smaller, all)).toList();
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
        Optional<Double> rise = growth(creator);
        figures.put("growth", rise.orElse(null));
        figures.put(
                "views_change",
                rise.filter(value -> value >= .1)
                        .flatMap(value -> viewsChange(known))
                        .orElse(null));
        figures.put("sales", sales(known).orElse(null));
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
            long most = mostViews(post);
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

    private Optional<Double> growth(Creator creator) {
        return growths.stream()
                .filter(growth -> growth.creator() == creator)
                .findFirst()
                .flatMap(InMemoryFollowerGrowth::rate);
    }

    private Optional<Double> viewsChange(InMemoryStore.Known known) {
        Instant first = InMemoryFollowerGrowth.of(store, known)
                .orElseThrow()
                .first()
                .provenance()
                .observedAt();
        double before = 0;
        double since = 0;
        int earlier = 0;
        int later = 0;
        for (InMemoryStore.Post post : known.videos.values()) {
            long views = mostViews(post);
            Optional<Instant> posted = post.details.postedAt();
            if (views > 0 && posted.isPresent() && posted.get().isBefore(first)) {
                before += Math.log(views);
                earlier++;
            } else if (views > 0 && posted.isPresent()) {
                since += Math.log(views);
                later++;
            }
        }
        return earlier >= ComparedCreators.FEWEST_VIDEOS_EACH && later >= ComparedCreators.FEWEST_VIDEOS_EACH
                ? Optional.of(rounded(since / later - before / earlier))
                : Optional.empty();
    }

    private static long mostViews(InMemoryStore.Post post) {
        return post.counts.values().stream()
                .mapToLong(counted -> counted.counts().views().orElse(0))
                .max()
                .orElse(0);
    }

    private static double rounded(double value) {
        return new BigDecimal(value).setScale(9, RoundingMode.HALF_UP).doubleValue();
    }

    private Optional<Double> sales(InMemoryStore.Known known) {
        List<Money> net = sales.getOrDefault(store.creators.indexOf(known), List.of()).stream()
                .flatMap(sale -> sale.fact().net().stream())
                .toList();
        BigDecimal sum = net.stream().map(Money::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        return net.isEmpty() || followers(known) == 0
                ? Optional.empty()
                : Optional.of(1_000 * sum.doubleValue() / followers(known));
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
