package io.virality.domain.insight;

import io.virality.domain.creator.Tiers;
import io.virality.domain.engagement.CreatorFigures;
import io.virality.domain.engagement.InfluenceScore;
import io.virality.domain.engagement.InfluenceScore.Part;
import io.virality.domain.engagement.InfluenceScore.Weights;
import io.virality.domain.engagement.Peers;
import io.virality.domain.engagement.Standings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.PriorityQueue;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Which creators are the most influential, and what is their score made of?
 *
 * @param compared whom to score among whom
 * @param weights of the parts
 */
public record InfluenceRanking(ComparedCreators compared, Weights weights) implements CreatorComparison {

    /** Its id in the catalogue. */
    public static final String ID = "influence-score";

    private static final Parameter WEIGHTS = new Parameter(
            "weights",
            Parameter.Kind.WEIGHTS,
            Weights.STANDARD.toString(),
            "how much each part weighs; a part that is not named weighs nothing");

    static final Topic TOPIC = new Topic(
            ID,
            "Which creators are the most influential, and what is their score made of?",
            parameters(),
            columns(),
            Chart.BARS);

    static final Entry ENTRY = new Entry(TOPIC, InfluenceRanking::asked);

    private static InfluenceRanking asked(Arguments arguments, Tiers tiers) {
        return new InfluenceRanking(ComparedCreators.asked(arguments, tiers), arguments.weights(WEIGHTS));
    }

    private static List<Parameter> parameters() {
        List<Parameter> parameters = new ArrayList<>(ComparedCreators.PARAMETERS);
        parameters.add(WEIGHTS);
        return parameters;
    }

    private static List<Column> columns() {
        List<Column> columns = new ArrayList<>(List.of(
                Column.text("handle", "the creator"),
                Column.text("tier", "size class by followers").computedOutside(),
                Column.number("score", Column.Unit.SCORE, "0 to 100: the sum of the points below")
                        .computedOutside()));
        for (Part part : Part.values()) {
            columns.add(
                    Column.number(points(part), Column.Unit.SCORE, "points of the score that come from " + part.id())
                            .computedOutside());
        }
        for (Part part : Part.values()) {
            columns.add(Column.fraction(
                            percentile(part), "share of comparable creators that do not surpass it in " + part.id())
                    .computedOutside());
        }
        columns.addAll(ComparedCreators.FIGURES);
        columns.addAll(List.of(
                Column.count("signals", "how many of its figures are unusual in its tier")
                        .computedOutside(),
                Column.count("smaller", "creators that are smaller than those compared"),
                Column.count("all_creators", "creators of all sizes"),
                Column.text("note", "what is not known").computedOutside()));
        return columns;
    }

    /** The column with the points that a part gives. */
    public static String points(Part part) {
        return part.id() + "_points";
    }

    /** The column with the percentile of a part. */
    public static String percentile(Part part) {
        return part.id() + "_percentile";
    }

    /** The column with the figure by which a part ranks. */
    public static String figure(Part part) {
        return switch (part) {
            case REACH -> "followers";
            case ENGAGEMENT -> "engagement_rate";
            case CONSISTENCY -> "views_spread";
            case GROWTH -> "growth";
            case AUTHENTICITY -> "signals";
            case COMMERCE -> "sales";
        };
    }

    @Override
    public Topic topic() {
        return TOPIC;
    }

    @Override
    public String words() {
        return compared.handle()
                .map(handle -> "How influential is @" + handle + ", and what is its score made of?")
                .orElse(topic().question());
    }

    @Override
    public Measure measure() {
        return new Measure.Plain(
                InfluenceScore.ID,
                "100 x the mean of six percentiles, weighted by " + weights
                        + ": reach among all creators, engagement ("
                        + compared.definition().id()
                        + ") among those of the tier and region, the others among those of the tier; what is not known"
                        + " is left out and the others weigh the more (docs/influence-score.md)",
                Population.CREATORS);
    }

    @Override
    public Conclusion conclude(Evidence evidence) {
        if (evidence.rows().isEmpty()) {
            return new Conclusion(List.of(), List.of());
        }
        Row any = evidence.rows().get(0);
        List<ComparedCreators.Compared> all = compared.all(evidence);
        List<CreatorFigures> figures =
                all.stream().map(ComparedCreators.Compared::figures).toList();
        Peers peers = new Peers(figures);
        Standings standings =
                new Standings(figures, peers, any.count("smaller"), any.count("all_creators"), compared.minimum());
        double[] totals = Arrays.stream(standings.totals(weights))
                .map(total -> Double.isNaN(total) ? -1 : total)
                .toArray();
        int[] named = IntStream.range(0, all.size())
                .filter(place -> compared.named(all.get(place)))
                .toArray();
        double least = leastShown(Arrays.stream(named).mapToDouble(place -> totals[place]));
        List<Row> rows = Arrays.stream(named)
                .filter(place -> totals[place] >= least)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer place) -> totals[place])
                        .reversed()
                        .thenComparing(all::get, ComparedCreators.LARGEST_FIRST))
                .limit(compared.limit())
                .map(place -> explained(all.get(place), standings.influence(place, weights), peers))
                .toList();
        return new Conclusion(
                rows,
                List.of(
                        "the weights are a choice: other weights, another order",
                        "region is the country of the account, not of its audience",
                        "a video goes on being viewed: creators whose newest videos are young look less even than they"
                                + " are"));
    }

    /** The lowest total among those that are shown: of so many creators only these are put in order. */
    private double leastShown(DoubleStream totals) {
        long shown = Math.max(1, compared.limit());
        PriorityQueue<Double> highest = new PriorityQueue<>();
        totals.forEach(total -> {
            if (highest.size() < shown) {
                highest.add(total);
            } else if (total > highest.element()) {
                highest.remove();
                highest.add(total);
            }
        });
        return highest.size() < shown ? -1 : highest.element();
    }

    private Row explained(ComparedCreators.Compared scored, InfluenceScore score, Peers peers) {
        Map<String, Object> computed = new LinkedHashMap<>();
        OptionalDouble total = score.total();
        computed.put("tier", scored.figures().tier());
        computed.put("score", number(total));
        for (Part part : Part.values()) {
            InfluenceScore.Share share = score.share(part);
            boolean counts = total.isPresent() && share.percentile().isPresent() && share.weight() > 0;
            computed.put(points(part), counts ? share.contribution() : null);
            computed.put(percentile(part), number(share.percentile()));
        }
        computed.put(
                "signals",
                peers.tests(scored.figures()) == 0
                        ? null
                        : (long) peers.signals(scored.figures()).size());
        computed.put("note", note(score));
        Map<String, Object> values = new LinkedHashMap<>();
        for (Column column : TOPIC.columns()) {
            values.put(
                    column.name(),
                    column.computed()
                            ? computed.get(column.name())
                            : scored.row().values().get(column.name()));
        }
        return new Row(values);
    }

    private static String note(InfluenceScore score) {
        if (score.leftOut().isEmpty()) {
            return null;
        }
        String missing = "not known: " + score.leftOut().stream().map(Part::id).collect(Collectors.joining(", "));
        return score.total().isPresent()
                ? missing + "; the others weigh the more"
                : missing + "; too little is known for a score";
    }

    private static Double number(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }
}
