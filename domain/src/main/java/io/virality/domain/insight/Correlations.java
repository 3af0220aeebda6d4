package io.virality.domain.insight;

import io.virality.domain.engagement.RateDefinition;
import io.virality.domain.stats.Correlation;
import io.virality.domain.stats.Figures;
import io.virality.domain.stats.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which quantities go together? One row for each pair of those that are known of videos or of creators.
 *
 * @param topic the catalogue's entry
 * @param population of whom
 * @param method how a coefficient is found
 * @param definition the engagement rate of creators meant; a video has its own
 * @param currency of the sales meant; empty for the one in which most are told
 * @param minimum the correlation of fewer units than this is withheld
 */
public record Correlations(
        Topic topic,
        Population population,
        Correlation.Method method,
        RateDefinition definition,
        String currency,
        long minimum)
        implements Question {

    private static final Parameter METHOD = Parameter.choice(
            "method",
            List.of(Correlation.Method.SPEARMAN.id(), Correlation.Method.PEARSON.id()),
            "of the ranks, or of the values as they are");

    static final Entry OF_VIDEOS = entry(
            Population.VIDEOS,
            "Which figures of a video go together?",
            List.of(METHOD, Parameter.MINIMUM),
            (topic, arguments) -> new Correlations(
                    topic,
                    Population.VIDEOS,
                    Correlation.Method.of(arguments.text(METHOD)),
                    RateDefinition.BY_VIEWS,
                    "",
                    arguments.number(Parameter.MINIMUM)));

    static final Entry OF_CREATORS = entry(
            Population.CREATORS,
            "Which figures of a creator go together: followers, views, engagement, clicks, sales?",
            List.of(METHOD, Parameter.MINIMUM, Parameter.DEFINITION, Parameter.CURRENCY),
            (topic, arguments) -> new Correlations(
                    topic,
                    Population.CREATORS,
                    Correlation.Method.of(arguments.text(METHOD)),
                    arguments.definition(),
                    arguments.text(Parameter.CURRENCY),
                    arguments.number(Parameter.MINIMUM)));

    private static Entry entry(
            Population population,
            String question,
            List<Parameter> parameters,
            BiFunction<Topic, Arguments, Question> asked) {
        Topic topic = new Topic(
                population == Population.VIDEOS ? "video-correlations" : "creator-correlations",
                question,
                parameters,
                List.of(
                        Column.text("first", "one quantity").computedOutside(),
                        Column.text("second", "the other").computedOutside(),
                        Column.count("n", population.noun() + " of which both are known")
                                .computedOutside(),
                        Column.ratio("correlation", "Spearman's or Pearson's coefficient")
                                .computedOutside(),
                        Column.ratio("low", "lower end of its 95 % interval (Fisher; of ranks Bonett and Wright)")
                                .computedOutside(),
                        Column.ratio("high", "upper end of its 95 % interval").computedOutside(),
                        Column.pValue("p-value of no correlation (t, two-sided)"),
                        Column.text("shared", "why the two go together by construction, whatever people do")
                                .computedOutside(),
                        Column.text("note", "why there is no correlation").computedOutside()),
                Chart.HEATMAP);
        return new Entry(topic, (arguments, tiers) -> asked.apply(topic, arguments));
    }

    /** The quantities, in the order in which they are paired. */
    public List<Quantity> quantities() {
        return population == Population.VIDEOS ? Quantity.OF_VIDEOS : Quantity.OF_CREATORS;
    }

    @Override
    public Measure measure() {
        String sales = " Engagement is " + definition.formula()
                + ". Likes are the account's; views, comments, shares and saves are summed over its videos that are known. "
                + "Sales are those in the currency asked for, or else in which most are told; net leaves out sales "
                + "whose refunds nobody knows";
        return new Measure.Plain(
                method.id() + "@1",
                (method == Correlation.Method.SPEARMAN ? "Spearman's rank correlation" : "Pearson's correlation")
                        + " of two figures, over all " + population.noun() + " of which both are known."
                        + (population == Population.VIDEOS
                                ? " Engagement is (likes + comments + shares) / views; each video counts once, by its "
                                        + "newest observation"
                                : sales),
                population);
    }

    private long fewest() {
        return Math.max(minimum, Correlation.FEWEST_PAIRS);
    }

    @Override
    public Conclusion conclude(Evidence evidence) {
        List<Row> rows = pairs().parallel()
                .flatMap(pair -> judged(pair, evidence.figures()))
                .toList();
        List<String> caveats = new ArrayList<>();
        List<String> unknown = quantities().stream()
                .map(Quantity::id)
                .filter(name -> !evidence.figures().knows(name))
                .toList();
        if (!rows.isEmpty() && !unknown.isEmpty()) {
            caveats.add("of no one are known: " + String.join(", ", unknown));
        }
        caveats.add("the statement gives the figures of each of the " + population.noun()
                + "; what goes together is computed of them outside SQL");
        if (rows.stream().anyMatch(row -> row.text("shared") != null)) {
            caveats.add("pairs marked as shared have a part in common: their correlation comes by construction");
        }
        if (method == Correlation.Method.PEARSON) {
            caveats.add("counts span many orders of magnitude: Pearson's coefficient is ruled by the largest few, and "
                    + "its interval takes them as normal");
        }
        if (population == Population.VIDEOS) {
            caveats.add("videos of one creator are alike: the intervals take them as independent and are too narrow");
        }
        caveats.add(
                quantities().size() * (quantities().size() - 1) / 2
                        + " pairs are looked at: of twenty that have nothing to do with each other, one is expected to have p < .05");
        return new Conclusion(rows, caveats);
    }

    /** Two quantities. */
    private record Pair(Quantity first, Quantity second) {}

    private Stream<Pair> pairs() {
        List<Quantity> all = quantities();
        return IntStream.range(0, all.size()).boxed().flatMap(i -> all.subList(i + 1, all.size()).stream()
                .map(other -> new Pair(all.get(i), other)));
    }

    /** Nothing is said of two quantities that are not known of the same unit. */
    private Stream<Row> judged(Pair pair, Figures figures) {
        long n = figures.known(pair.first().id(), pair.second().id());
        return n == 0 ? Stream.empty() : Stream.of(judged(pair.first(), pair.second(), n, figures));
    }

    private Row judged(Quantity first, Quantity second, long n, Figures figures) {
        Row row = new Row(Map.of())
                .with("first", first.id())
                .with("second", second.id())
                .with("n", n);
        String shared = shared(first, second).orElse(null);
        if (n < fewest()) {
            return with(row, null, null, null, shared, String.format(Locale.ROOT, "n below %,d: withheld", fewest()));
        }
        double coefficient = figures.correlation(method, first.id(), second.id());
        if (Double.isNaN(coefficient)) {
            return with(row, null, null, null, shared, "all values are equal: no correlation");
        }
        Correlation correlation = method.correlation(coefficient, n);
        if (correlation.perfect()) {
            return with(row, correlation.coefficient(), null, null, shared, "all are in one order: no interval");
        }
        return with(
                row,
                correlation.coefficient(),
                correlation.interval(Interval.USUAL_CONFIDENCE),
                correlation.pValue(),
                shared,
                null);
    }

    private static Row with(Row row, Double coefficient, Interval interval, Double p, String shared, String note) {
        return row.with("correlation", coefficient)
                .with("low", interval == null ? null : interval.low())
                .with("high", interval == null ? null : interval.high())
                .with("p", p)
                .with("shared", shared)
                .with("note", note);
    }

    private Optional<String> shared(Quantity first, Quantity second) {
        return population == Population.CREATORS && Quantity.SUMS_OVER_VIDEOS.containsAll(List.of(first, second))
                ? Optional.of("sums over the same videos")
                : first.sharedWith(second, engagementParts());
    }

    private List<Quantity> engagementParts() {
        return switch (definition) {
            case BY_VIEWS -> List.of(Quantity.VIEWS, Quantity.LIKES, Quantity.COMMENTS, Quantity.SHARES);
            case BY_FOLLOWERS -> List.of(Quantity.FOLLOWERS, Quantity.LIKES);
            case PROVIDER -> List.of(Quantity.LIKES);
        };
    }
}
