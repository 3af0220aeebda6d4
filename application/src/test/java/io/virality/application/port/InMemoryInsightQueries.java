package io.virality.application.port;

import io.virality.domain.creator.Creator;
import io.virality.domain.creator.Handle;
import io.virality.domain.creator.Origin;
import io.virality.domain.creator.Provenance;
import io.virality.domain.creator.Tier;
import io.virality.domain.creator.Tiers;
import io.virality.domain.creator.VideoCounts;
import io.virality.domain.engagement.EngagementRate;
import io.virality.domain.engagement.RateDefinition;
import io.virality.domain.insight.Correlations;
import io.virality.domain.insight.CreatorBehaviour;
import io.virality.domain.insight.CreatorComparison;
import io.virality.domain.insight.CreatorSponsorships;
import io.virality.domain.insight.CreatorVideos;
import io.virality.domain.insight.DatasetCompleteness;
import io.virality.domain.insight.DatasetConflicts;
import io.virality.domain.insight.DatasetSources;
import io.virality.domain.insight.EngagementDrivers;
import io.virality.domain.insight.EngagementVersusFollowers;
import io.virality.domain.insight.Evidence;
import io.virality.domain.insight.FastestGrowing;
import io.virality.domain.insight.FollowerTrend;
import io.virality.domain.insight.GroupComparison;
import io.virality.domain.insight.Grouping;
import io.virality.domain.insight.GrowthSpikes;
import io.virality.domain.insight.MarketplaceUnits;
import io.virality.domain.insight.Measure;
import io.virality.domain.insight.Observation;
import io.virality.domain.insight.Quantity;
import io.virality.domain.insight.Question;
import io.virality.domain.insight.Row;
import io.virality.domain.insight.SalesFunnel;
import io.virality.domain.insight.SalesPredictors;
import io.virality.domain.insight.Statement;
import io.virality.domain.insight.VideoHistory;
import io.virality.domain.insight.ViewsByTrait;
import io.virality.domain.insight.ViralCreators;
import io.virality.domain.insight.ViralVideos;
import io.virality.domain.marketplace.Sale;
import io.virality.domain.stats.Figures;
import io.virality.domain.stats.Sample;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** Answers the catalogue's questions by plain loops: what the statements are checked against. */
final class InMemoryInsightQueries implements InsightQueries {

    private final InMemoryStore store;

    InMemoryInsightQueries(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public Set<RateDefinition> available() {
        return store.current().stream()
                .flatMap(creator -> creator.rates().stream())
                .map(EngagementRate::definition)
                .collect(Collectors.toSet());
    }

    @Override
    public Evidence gather(Question question) {
        if (question instanceof ViralCreators viral) {
            return viralCreators(viral);
        }
        if (question instanceof CreatorBehaviour behaviour) {
            return new InMemoryCreatorBehaviour(store).gather(behaviour);
        }
        if (question instanceof CreatorSponsorships sponsorships) {
            return InMemoryCreatorSponsorships.of(store, sponsorships);
        }
        if (question instanceof CreatorVideos videos) {
            return new InMemoryRelativeViews(store).ofCreator(videos);
        }
        if (question instanceof VideoHistory history) {
            return InMemoryVideoHistory.of(store, history);
        }
        if (question instanceof ViralVideos viral) {
            return new InMemoryRelativeViews(store).viralVideos(viral);
        }
        if (question instanceof ViewsByTrait videos) {
            return new InMemoryRelativeViews(store).byTrait(videos);
        }
        if (question instanceof EngagementDrivers) {
            return new InMemoryEngagementDrivers(store).gather();
        }
        if (question instanceof GroupComparison comparison) {
            return groupComparison(comparison);
        }
        if (question instanceof FastestGrowing fastest) {
            return new InMemoryFastestGrowing(store).gather(fastest);
        }
        if (question instanceof FollowerTrend trend) {
            return new InMemoryFollowerTrend(store).gather(trend);
        }
        if (question instanceof GrowthSpikes spikes) {
            return new InMemoryGrowthSpikes(store).gather(spikes);
        }
        if (question instanceof MarketplaceUnits units) {
            return new InMemoryMarketplaceUnits(store).gather(units);
        }
        if (question instanceof Correlations correlations) {
            return new InMemoryCorrelations(store).gather(correlations);
        }
        if (question instanceof SalesFunnel funnel) {
            return new InMemorySalesFunnel(store).gather(funnel);
        }
        if (question instanceof SalesPredictors predictors) {
            return new InMemorySalesPredictors(store).gather(predictors);
        }
        if (question instanceof DatasetSources) {
            return new InMemoryDatasetSources(store).gather();
        }
        if (question instanceof DatasetCompleteness) {
            return new InMemoryDatasetCompleteness(store).gather();
        }
        if (question instanceof DatasetConflicts) {
            return new InMemoryDatasetConflicts(store).gather();
        }
        if (question instanceof CreatorComparison comparison) {
            return new InMemoryCreatorComparison(store, comparison).gather();
        }
        return engagementVersusFollowers((EngagementVersusFollowers) question);
    }

    @Override
    public Map<Question, Evidence> gather(Set<Question> questions) {
        return questions.stream().collect(Collectors.toMap(question -> question, this::gather));
    }

    private Evidence viralCreators(ViralCreators question) {
        List<Creator> large = sized().stream()
                .filter(creator -> followers(creator) > question.minFollowers())
                .toList();
        List<Row> rows = rated(large, question.definition()).stream()
                .sorted(Comparator.comparingDouble((Creator creator) -> -rate(creator, question.definition()))
                        .thenComparing(creator -> -followers(creator))
                        .thenComparing(InMemoryInsightQueries::handle))
                .limit(question.limit())
                .map(creator -> row(
                        "handle", handle(creator),
                        "nickname", creator.profile().nickname().orElse(null),
                        "followers", followers(creator),
                        "engagement_rate", rate(creator, question.definition()),
                        "like_engagement_rate",
                                creator.rate(question.definition())
                                        .orElseThrow()
                                        .likes()
                                        .orElseThrow()))
                .toList();
        return evidence(question.definition(), rows, large);
    }

    /** A unit of a population: its group, what is measured of it, and what the ratio of sums needs. */
    private record Unit(
            String group, long followers, double value, double part, double whole, Origin origin, Instant observedAt) {}

    private Evidence groupComparison(GroupComparison question) {
        if (question.measure() instanceof Measure.OrdersPerThousandViews) {
            return compared(question, sellers(question));
        }
        if (question.measure() instanceof Measure.FollowerGrowth) {
            return compared(question, growing(question));
        }
        return question.measure() instanceof Measure.VideoEngagement videos
                ? compared(question, videos(question, videos.observation()))
                : compared(question, creators(question, ((Measure.Engagement) question.measure()).definition()));
    }

    private List<Optional<Unit>> creators(GroupComparison question, RateDefinition definition) {
        return sized().stream()
                .filter(creator -> isWithin(question, followers(creator)))
                .map(creator -> creator.rate(definition)
                        .map(rate -> new Unit(
                                group(question, Optional.of(creator), followers(creator)),
                                followers(creator),
                                rate.value(),
                                0,
                                0,
                                creator.provenance().origin(),
                                creator.provenance().observedAt())))
                .toList();
    }

    private static boolean isWithin(GroupComparison question, long followers) {
        return question.within()
                .map(tier -> tier.equals(question.tiers().of(followers)))
                .orElse(true);
    }

    private List<Optional<Unit>> sellers(GroupComparison question) {
        Map<Integer, List<InMemoryMarket.Ruling<Sale>>> sales = new InMemoryMarket(store)
                .ruling(Sale.class).stream()
                        .filter(sale -> sale.creator() >= 0)
                        .collect(Collectors.groupingBy(InMemoryMarket.Ruling::creator));
        List<Optional<Unit>> units = new ArrayList<>();
        sales.forEach((number, sold) -> {
            InMemoryStore.Known known = store.creators.get(number);
            if (known.current == null || known.current.counts().followers().isEmpty()) {
                return;
            }
            double orders =
                    sold.stream().map(sale -> sale.fact().order()).distinct().count();
            double views = known.videos.values().stream()
                    .flatMap(post ->
                            store.best(post.counts.values().stream(), InMemoryStore.Counted::provenance).stream())
                    .mapToLong(counted -> counted.counts().views().orElse(0))
                    .sum();
            List<Provenance> said = new ArrayList<>(List.of(known.current.provenance()));
            sold.forEach(sale -> said.add(sale.provenance()));
            Origin origin = Origin.of(
                    said.stream().anyMatch(word -> word.origin() == Origin.REAL),
                    said.stream().anyMatch(word -> word.origin() == Origin.SIMULATED));
            Instant newest = said.stream()
                    .map(Provenance::observedAt)
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            units.add(
                    views == 0
                            ? Optional.empty()
                            : Optional.of(new Unit(
                                    group(question, Optional.of(known.current), followers(known.current)),
                                    followers(known.current),
                                    1_000 * orders / views,
                                    1_000 * orders,
                                    views,
                                    origin,
                                    newest)));
        });
        return units;
    }

    private List<Optional<Unit>> growing(GroupComparison question) {
        return InMemoryFollowerGrowth.of(store).stream()
                .filter(growth -> isWithin(question, growth.firstFollowers()))
                .map(growth -> growth.rate()
                        .map(rate -> new Unit(
                                group(question, Optional.of(growth.creator()), growth.firstFollowers()),
                                growth.firstFollowers(),
                                rate,
                                0,
                                0,
                                growth.last().provenance().origin(),
                                growth.last().provenance().observedAt())))
                .toList();
    }

    private List<Optional<Unit>> videos(GroupComparison question, Observation observation) {
        List<Optional<Unit>> units = new ArrayList<>();
        for (InMemoryStore.Known known : store.creators) {
            for (InMemoryStore.Post post : known.videos.values()) {
                Comparator<Instant> wanted =
                        observation == Observation.FIRST ? Comparator.naturalOrder() : Comparator.reverseOrder();
                post.counts.values().stream()
                        .min(Comparator.comparing(
                                (InMemoryStore.Counted counted) ->
                                        counted.provenance().observedAt(),
                                wanted))
                        .ifPresent(counted -> units.add(video(question, known, counted)));
            }
        }
        return units;
    }

    private static Optional<Unit> video(
            GroupComparison question, InMemoryStore.Known known, InMemoryStore.Counted counted) {
        OptionalLong followers = InMemoryStore.followers(known, counted);
        OptionalLong interactions = interactions(counted.counts());
        long views = counted.counts().views().orElse(0);
        if (followers.isEmpty() || interactions.isEmpty() || views == 0) {
            return Optional.empty();
        }
        return Optional.of(new Unit(
                group(question, Optional.ofNullable(known.current), followers.getAsLong()),
                followers.getAsLong(),
                (double) interactions.getAsLong() / views,
                interactions.getAsLong(),
                views,
                counted.provenance().origin(),
                counted.provenance().observedAt()));
    }

    private static OptionalLong interactions(VideoCounts counts) {
        if (counts.likes().isEmpty()
                || counts.comments().isEmpty()
                || counts.shares().isEmpty()) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(counts.likes().getAsLong()
                + counts.comments().getAsLong()
                + counts.shares().getAsLong());
    }

    private static String group(GroupComparison question, Optional<Creator> creator, long followers) {
        return group(question.grouping(), question.tiers(), creator, OptionalLong.of(followers));
    }

    static String group(Grouping grouping, Tiers tiers, Optional<Creator> creator, OptionalLong followers) {
        Optional<String> group =
                switch (grouping) {
                    case TIER ->
                        followers.isEmpty()
                                ? Optional.empty()
                                : Optional.of(tiers.of(followers.getAsLong()).name());
                    case REGION -> creator.flatMap(who -> who.profile().region());
                    case CATEGORY -> creator.flatMap(who -> who.profile().category());
                    case LANGUAGE -> creator.flatMap(who -> who.profile().language());
                    case VERIFIED ->
                        creator.flatMap(who -> who.profile().verified())
                                .map(verified -> verified ? "verified" : "not verified");
                    case VERIFIED_IN_TIER ->
                        Optional.of(group(Grouping.TIER, tiers, creator, followers) + ", "
                                + group(Grouping.VERIFIED, tiers, creator, followers));
                    case CONTENT -> throw new IllegalArgumentException("no grouping of creators");
                };
        return group.orElse(Grouping.UNKNOWN);
    }

    private static Evidence compared(GroupComparison question, List<Optional<Unit>> all) {
        List<Unit> units = all.stream().flatMap(Optional::stream).toList();
        Map<String, List<Unit>> groups = units.stream().collect(Collectors.groupingBy(Unit::group));
        Map<String, Sample> samples = new LinkedHashMap<>();
        groups.forEach((name, members) -> samples.put(
                name, Sample.of(members.stream().mapToDouble(Unit::value).toArray())));
        Comparator<String> order = question.grouping() == Grouping.TIER
                ? Comparator.comparingLong(name -> question.tiers().named(name).fewest())
                : Comparator.naturalOrder();
        List<Row> rows = samples.keySet().stream()
                .sorted(order)
                .map(name -> {
                    Row row = row(
                            question.grouping().id(),
                            name,
                            "n",
                            (long) samples.get(name).size(),
                            "mean",
                            mean(samples.get(name)));
                    if (question.pooled()) {
                        row = row.with(
                                "pooled",
                                groups.get(name).stream()
                                                .mapToDouble(Unit::part)
                                                .sum()
                                        / groups.get(name).stream()
                                                .mapToDouble(Unit::whole)
                                                .sum());
                    }
                    return row;
                })
                .toList();
        return new Evidence(
                new Statement("none", "computed in memory"),
                rows,
                samples,
                units.size(),
                all.size() - units.size(),
                units.stream().map(Unit::observedAt).max(Comparator.naturalOrder()),
                Origin.of(
                        units.stream().anyMatch(unit -> unit.origin() != Origin.SIMULATED),
                        units.stream().anyMatch(unit -> unit.origin() != Origin.REAL)));
    }

    private static double mean(Sample sample) {
        // Its own size times: a sample gives its k-th value as the quantile at k/(n − 1).
        double sum = 0;
        for (int i = 0; i < sample.size(); i++) {
            sum += sample.quantile(sample.size() == 1 ? 0 : Math.min(1, i / (sample.size() - 1.0)));
        }
        return sum / sample.size();
    }

    private Evidence engagementVersusFollowers(EngagementVersusFollowers question) {
        List<Creator> rated = rated(sized(), question.definition());
        List<Row> rows = new ArrayList<>();
        if (!rated.isEmpty()) {
            rows.add(row("creators", EngagementVersusFollowers.ALL, "n", (long) rated.size()));
        }
        Tiers tiers = question.tiers();
        for (Tier tier : tiers.all()) {
            List<Creator> within = rated.stream()
                    .filter(creator -> tiers.of(followers(creator)).equals(tier))
                    .toList();
            if (!within.isEmpty()) {
                rows.add(row("creators", tier.name(), "n", (long) within.size()));
            }
        }
        Map<String, double[]> figures = new LinkedHashMap<>();
        figures.put(
                Quantity.FOLLOWERS.id(),
                rated.stream().mapToDouble(InMemoryInsightQueries::followers).toArray());
        figures.put(
                Quantity.ENGAGEMENT.id(),
                rated.stream()
                        .mapToDouble(creator -> rate(creator, question.definition()))
                        .toArray());
        return evidence(question.definition(), rows, sized()).with(new Figures(figures));
    }

    private List<Creator> sized() {
        return store.current().stream()
                .filter(creator -> creator.counts().followers().isPresent())
                .toList();
    }

    private static List<Creator> rated(List<Creator> creators, RateDefinition definition) {
        return creators.stream()
                .filter(creator -> creator.rate(definition).isPresent())
                .toList();
    }

    private static long followers(Creator creator) {
        return creator.counts().followers().orElseThrow();
    }

    private static double rate(Creator creator, RateDefinition definition) {
        return creator.rate(definition).orElseThrow().value();
    }

    private static String handle(Creator creator) {
        return creator.identity().handle().map(Handle::name).orElse("");
    }

    private static Row row(Object... namesAndValues) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return new Row(values);
    }

    private static Evidence evidence(RateDefinition definition, List<Row> rows, List<Creator> meant) {
        List<Creator> behind = rated(meant, definition);
        return new Evidence(
                new Statement("none", "computed in memory"),
                rows,
                Map.of(),
                behind.size(),
                meant.size() - behind.size(),
                InMemoryDataset.asOf(behind),
                InMemoryDataset.origin(behind));
    }
}
