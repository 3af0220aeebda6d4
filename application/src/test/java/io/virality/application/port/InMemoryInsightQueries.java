package io.virality.application.port;

import io.virality.domain.creator.Creator;
import io.virality.domain.creator.Handle;
import io.virality.domain.creator.Tier;
import io.virality.domain.creator.Tiers;
import io.virality.domain.engagement.EngagementRate;
import io.virality.domain.engagement.RateDefinition;
import io.virality.domain.insight.EngagementByGroup;
import io.virality.domain.insight.EngagementVersusFollowers;
import io.virality.domain.insight.Evidence;
import io.virality.domain.insight.Question;
import io.virality.domain.insight.Row;
import io.virality.domain.insight.Statement;
import io.virality.domain.insight.ViralCreators;
import io.virality.domain.stats.Sample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
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
        if (question instanceof EngagementByGroup groups) {
            return engagementByGroup(groups);
        }
        return engagementVersusFollowers((EngagementVersusFollowers) question);
    }

    private Evidence viralCreators(ViralCreators question) {
        List<Creator> large = sized().stream()
                .filter(creator -> followers(creator) > question.minFollowers())
                .toList();
        List<Row> rows = rated(large, question).stream()
                .sorted(Comparator.comparingDouble((Creator creator) -> -rate(creator, question))
                        .thenComparing(creator -> -followers(creator))
                        .thenComparing(InMemoryInsightQueries::handle))
                .limit(question.limit())
                .map(creator -> row(
                        "handle", handle(creator),
                        "nickname", creator.profile().nickname().orElse(null),
                        "followers", followers(creator),
                        "engagement_rate", rate(creator, question),
                        "like_engagement_rate",
                                creator.rate(question.definition())
                                        .orElseThrow()
                                        .likes()
                                        .orElseThrow()))
                .toList();
        return evidence(question, rows, Map.of(), large);
    }

    private Evidence engagementByGroup(EngagementByGroup question) {
        String group = question.topic().columns().get(0).name();
        Function<Creator, String> grouping = question.tiers()
                .<Function<Creator, String>>map(
                        tiers -> creator -> tiers.of(followers(creator)).name())
                .orElse(creator -> creator.profile().region().orElse("unknown"));
        Map<String, Sample> samples = new LinkedHashMap<>();
        rated(sized(), question).stream()
                .collect(Collectors.groupingBy(grouping))
                .forEach((name, creators) -> samples.put(
                        name,
                        Sample.of(creators.stream()
                                .mapToDouble(creator -> rate(creator, question))
                                .toArray())));
        Comparator<String> order = question.tiers().isPresent()
                ? Comparator.comparingLong(
                        name -> question.tiers().get().named(name).fewest())
                : Comparator.comparing((String name) -> samples.get(name).size() < question.minimum())
                        .thenComparing(name -> -samples.get(name).median())
                        .thenComparing(Comparator.naturalOrder());
        List<Row> rows = samples.keySet().stream()
                .sorted(order)
                .map(name -> row(
                        group,
                        name,
                        "n",
                        (long) samples.get(name).size(),
                        "mean",
                        mean(samples.get(name)),
                        "q1",
                        samples.get(name).quantile(.25),
                        "median",
                        samples.get(name).median(),
                        "q3",
                        samples.get(name).quantile(.75)))
                .toList();
        return evidence(question, rows, samples, sized());
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
        List<Creator> rated = rated(sized(), question);
        List<Row> rows = new ArrayList<>();
        if (!rated.isEmpty()) {
            rows.add(correlation(EngagementVersusFollowers.ALL, rated, question));
        }
        Tiers tiers = question.tiers();
        for (Tier tier : tiers.all()) {
            List<Creator> within = rated.stream()
                    .filter(creator -> tiers.of(followers(creator)).equals(tier))
                    .toList();
            if (!within.isEmpty()) {
                rows.add(correlation(tier.name(), within, question));
            }
        }
        return evidence(question, rows, Map.of(), sized());
    }

    private static Row correlation(String name, List<Creator> creators, EngagementVersusFollowers question) {
        double[] x = ranks(
                creators.stream().mapToDouble(InMemoryInsightQueries::followers).toArray());
        double[] y = ranks(creators.stream()
                .mapToDouble(creator -> rate(creator, question))
                .toArray());
        double meanX = Arrays.stream(x).average().orElseThrow();
        double meanY = Arrays.stream(y).average().orElseThrow();
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int i = 0; i < x.length; i++) {
            xy += (x[i] - meanX) * (y[i] - meanY);
            xx += (x[i] - meanX) * (x[i] - meanX);
            yy += (y[i] - meanY) * (y[i] - meanY);
        }
        return row(
                "creators",
                name,
                "n",
                (long) x.length,
                "correlation",
                x.length < question.fewest() || xx == 0 || yy == 0 ? null : xy / (Math.sqrt(xx) * Math.sqrt(yy)));
    }

    private static double[] ranks(double[] values) {
        return Arrays.stream(values)
                .map(value -> Arrays.stream(values)
                                .filter(other -> other < value)
                                .count()
                        + (Arrays.stream(values).filter(other -> other == value).count() + 1) / 2.0)
                .toArray();
    }

    private List<Creator> sized() {
        return store.current().stream()
                .filter(creator -> creator.counts().followers().isPresent())
                .toList();
    }

    private static List<Creator> rated(List<Creator> creators, Question question) {
        return creators.stream()
                .filter(creator -> creator.rate(question.definition()).isPresent())
                .toList();
    }

    private static long followers(Creator creator) {
        return creator.counts().followers().orElseThrow();
    }

    private static double rate(Creator creator, Question question) {
        return creator.rate(question.definition()).orElseThrow().value();
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

    private static Evidence evidence(
            Question question, List<Row> rows, Map<String, Sample> samples, List<Creator> meant) {
        List<Creator> behind = rated(meant, question);
        return new Evidence(
                new Statement("none", "computed in memory"),
                rows,
                samples,
                behind.size(),
                meant.size() - behind.size(),
                InMemoryDataset.asOf(behind),
                InMemoryDataset.origin(behind));
    }
}
