package io.virality.domain.insight;

import io.virality.domain.creator.Tier;
import io.virality.domain.creator.Tiers;
import io.virality.domain.stats.Interval;
import io.virality.domain.stats.Sample;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How does a measure differ between groups?
 *
 * @param topic the catalogue's entry
 * @param measure what is compared
 * @param grouping by what
 * @param tiers the tiers in force
 * @param within the one tier whose creators are compared; empty for all of them
 * @param minimum fewer units than this in a group allow no interval
 * @param seed of the bootstrap
 */
public record GroupComparison(
        Topic topic, Measure measure, Grouping grouping, Tiers tiers, Optional<Tier> within, long minimum, long seed)
        implements Question {

    /** More replicates than this change the interval by less than its own rounding. */
    private static final int REPLICATES = 2_000;

    private static final Parameter OBSERVATION = Parameter.choice(
            "observation",
            List.of(Observation.FIRST.id(), Observation.LATEST.id()),
            "which observation of a video counts");
    private static final Parameter EDGES = new Parameter(
            "tiers", Parameter.Kind.TIERS, "", "names and least followers of the tiers; by default those in force");
    private static final Parameter WITHIN = new Parameter(
            "tier", Parameter.Kind.TEXT, "", "compares the creators of this tier alone; by default those of all tiers");

    /** Engagement rates of creators. */
    static Entry engagementBy(Grouping grouping, String groups) {
        Topic topic = new Topic(
                "engagement-by-" + grouping.id(),
                "How does the engagement rate differ between " + groups + "?",
                withinTier(grouping, Parameter.MINIMUM, Parameter.DEFINITION, Parameter.SEED),
                columns(grouping, Population.CREATORS, "engagement rate"),
                Chart.DOTS_WITH_INTERVALS);
        return new Entry(
                topic,
                (arguments, tiers) -> new GroupComparison(
                        topic,
                        new Measure.Engagement(arguments.definition()),
                        grouping,
                        tiers,
                        tierOf(arguments, grouping, tiers),
                        arguments.number(Parameter.MINIMUM),
                        arguments.number(Parameter.SEED)));
    }

    /** Engagement rates of videos. */
    static Entry videoEngagementBy(Grouping grouping, String groups) {
        Topic topic = new Topic(
                "video-engagement-by-" + grouping.id(),
                "How does the engagement rate of a video differ between " + groups + "?",
                List.of(Parameter.MINIMUM, OBSERVATION, EDGES, Parameter.SEED),
                columns(grouping, Population.VIDEOS, "engagement rate"),
                Chart.DOTS_WITH_INTERVALS);
        return new Entry(
                topic,
                (arguments, tiers) -> new GroupComparison(
                        topic,
                        new Measure.VideoEngagement(Observation.of(arguments.text(OBSERVATION))),
                        grouping,
                        arguments.tiers(EDGES).orElse(tiers),
                        Optional.empty(),
                        arguments.number(Parameter.MINIMUM),
                        arguments.number(Parameter.SEED)));
    }

    /** Growth of creators. */
    static Entry growthBy(Grouping grouping, String groups) {
        String meaning = grouping == Grouping.TIER ? "size class by the first count of followers" : grouping.meaning();
        Topic topic = new Topic(
                "growth-by-" + grouping.id().replace('_', '-'),
                "How does the growth of followers differ between " + groups + "?",
                withinTier(grouping, Parameter.MINIMUM, Parameter.SEED),
                columns(Column.text(grouping.id(), meaning), Population.CREATORS, "growth in 30 days"),
                Chart.DOTS_WITH_INTERVALS);
        return new Entry(
                topic,
                (arguments, tiers) -> new GroupComparison(
                        topic,
                        new Measure.FollowerGrowth(),
                        grouping,
                        tiers,
                        tierOf(arguments, grouping, tiers),
                        arguments.number(Parameter.MINIMUM),
                        arguments.number(Parameter.SEED)));
    }

    /** Growth of the verified creators and the others of each tier: no entry of the catalogue, but what a claim asks for. */
    public static Question growthOfVerifiedInTiers(Tiers tiers) {
        Entry entry = growthBy(Grouping.VERIFIED_IN_TIER, "verified creators and others of each tier");
        return entry.asked().apply(Arguments.read(entry.topic().parameters(), Map.of(), Set.of()), tiers);
    }

    /** Orders for each 1,000 views of creators who sell. */
    static Entry ordersPerThousandViewsBy(Grouping grouping, String groups) {
        Topic topic = new Topic(
                "orders-per-1000-views-by-" + grouping.id(),
                "How do orders for each 1,000 views differ between " + groups + "?",
                List.of(Parameter.MINIMUM, Parameter.SEED),
                ordersPerThousandViews(grouping),
                Chart.TABLE);
        return new Entry(
                topic,
                (arguments, tiers) -> new GroupComparison(
                        topic,
                        new Measure.OrdersPerThousandViews(),
                        grouping,
                        tiers,
                        Optional.empty(),
                        arguments.number(Parameter.MINIMUM),
                        arguments.number(Parameter.SEED)));
    }

    /** Within one tier there is nothing to compare by tier. */
    private static List<Parameter> withinTier(Grouping grouping, Parameter... others) {
        List<Parameter> parameters = new ArrayList<>(List.of(others));
        if (grouping != Grouping.TIER) {
            parameters.add(1, WITHIN);
        }
        return parameters;
    }

    private static Optional<Tier> tierOf(Arguments arguments, Grouping grouping, Tiers tiers) {
        return Optional.of(grouping)
                .filter(by -> by != Grouping.TIER)
                .map(by -> arguments.text(WITHIN).strip().toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty())
                .map(tiers::named);
    }

    private static List<Column> ordersPerThousandViews(Grouping grouping) {
        return List.of(
                Column.text(grouping.id(), grouping.meaning()),
                Column.count("n", "creators who sold something and have views"),
                Column.ratio("mean", "mean of the creators' orders for each 1,000 views"),
                Column.ratio("pooled", "all orders by all views, by 1,000: creators with many views weigh more"),
                Column.ratio("q1", "a quarter of the creators lie below (type 7)")
                        .computedOutside(),
                Column.ratio("median", "half of the creators lie below (type 7)")
                        .computedOutside(),
                Column.ratio("q3", "three quarters of the creators lie below (type 7)")
                        .computedOutside(),
                Column.ratio("low", "lower end of the median's 95 % bootstrap interval")
                        .computedOutside(),
                Column.ratio("high", "upper end of the median's 95 % bootstrap interval")
                        .computedOutside(),
                Column.text("note", "why there is no interval").computedOutside());
    }

    private static List<Column> columns(Grouping grouping, Population population, String measure) {
        return columns(Column.text(grouping.id(), grouping.meaning()), population, measure);
    }

    private static List<Column> columns(Column group, Population population, String measure) {
        List<Column> columns = new ArrayList<>(List.of(
                group,
                Column.count("n", population.noun() + " with a rate"),
                Column.fraction("mean", "mean " + measure)));
        if (population == Population.VIDEOS) {
            columns.add(Column.fraction("pooled", "all interactions by all views: large videos weigh more"));
        }
        columns.addAll(List.of(
                Column.fraction("q1", "a quarter of the " + population.noun() + " lie below (type 7)")
                        .computedOutside(),
                Column.fraction("median", "half of the " + population.noun() + " lie below (type 7)")
                        .computedOutside(),
                Column.fraction("q3", "three quarters of the " + population.noun() + " lie below (type 7)")
                        .computedOutside(),
                Column.fraction("low", "lower end of the median's 95 % bootstrap interval")
                        .computedOutside(),
                Column.fraction("high", "upper end of the median's 95 % bootstrap interval")
                        .computedOutside(),
                Column.text("note", "why there is no interval").computedOutside()));
        return columns;
    }

    /** Whether the answer also gives the ratio of the groups' sums. */
    public boolean pooled() {
        return measure.population() == Population.VIDEOS || measure instanceof Measure.OrdersPerThousandViews;
    }

    @Override
    public Conclusion conclude(Evidence evidence) {
        long fewest = Math.max(minimum, 2);
        List<Row> rows = new ArrayList<>();
        for (Row row : evidence.rows()) {
            Sample sample = evidence.samples().get(row.text(grouping.id()));
            rows.add(interval(
                    row.with("q1", sample.quantile(.25))
                            .with("median", sample.median())
                            .with("q3", sample.quantile(.75)),
                    sample,
                    fewest));
        }
        if (grouping != Grouping.TIER) {
            rows.sort(Comparator.comparing((Row row) -> row.count("n") < minimum)
                    .thenComparing(row -> -row.number("median")));
        }
        long small = rows.stream().filter(row -> row.count("n") < fewest).count();
        List<String> caveats = caveats(small, rows.size(), fewest);
        long aboveOne = evidence.samples().values().stream()
                .mapToLong(sample -> sample.countAbove(1))
                .sum();
        if (aboveOne > 0 && (measure instanceof Measure.Engagement || measure instanceof Measure.VideoEngagement)) {
            caveats.add(Measure.aboveOne(aboveOne));
        }
        return new Conclusion(rows, caveats);
    }

    private Row interval(Row row, Sample sample, long fewest) {
        if (row.count("n") < fewest) {
            return row.with("low", null)
                    .with("high", null)
                    .with("note", "n below " + fewest + ": too few for an interval");
        }
        Interval interval = sample.medianInterval(Interval.USUAL_CONFIDENCE, REPLICATES, seed);
        return row.with("low", interval.low()).with("high", interval.high()).with("note", null);
    }

    private List<String> caveats(long small, int groups, long fewest) {
        List<String> caveats = new ArrayList<>();
        if (small > 0) {
            caveats.add(small + " of " + groups + " groups have fewer than " + fewest + " "
                    + measure.population().noun()
                    + ": their figures are shown without an interval and should not be ranked");
        }
        if (measure.population() == Population.VIDEOS) {
            caveats.add("videos of one creator are alike: the intervals take them as independent and are too narrow");
        }
        if (measure instanceof Measure.OrdersPerThousandViews) {
            caveats.add("creators of whom no sale is told are left out: who sells nothing would be at 0");
        }
        caveats.add("quartiles and intervals are computed outside SQL from the rows of \"measured\" in the statement");
        if (grouping == Grouping.REGION) {
            caveats.add("region is the country of the account, not of its audience");
        }
        if (measure instanceof Measure.FollowerGrowth) {
            caveats.addAll(Measure.FollowerGrowth.CAVEATS);
            if (grouping == Grouping.TIER) {
                caveats.add(
                        "tiers go by the first count of followers: by the newest, those that grew most would stand in"
                                + " the highest tier because they grew");
            }
        }
        return caveats;
    }
}
