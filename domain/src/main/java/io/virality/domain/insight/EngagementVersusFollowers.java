package io.virality.domain.insight;

import io.virality.domain.creator.Tiers;
import io.virality.domain.engagement.RateDefinition;
import io.virality.domain.stats.Correlation;
import io.virality.domain.stats.Figures;
import io.virality.domain.stats.Interval;
import io.virality.domain.stats.RankCorrelation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Do larger creators have lower engagement? Spearman's rank correlation of followers and engagement rate, over all
 * creators and within each tier.
 *
 * @param definition the rate meant
 * @param tiers the tiers to look into
 * @param minimum the correlation of fewer creators than this is withheld
 */
public record EngagementVersusFollowers(RateDefinition definition, Tiers tiers, long minimum) implements Question {

    /** The name of the group of all creators. */
    public static final String ALL = TierFigures.ALL;

    /** In {@link Evidence#figures()}. */
    public static final List<Quantity> FIGURES = List.of(Quantity.FOLLOWERS, Quantity.ENGAGEMENT);

    static final Topic TOPIC = new Topic(
            "engagement-vs-followers",
            "Do creators with more followers have a lower engagement rate?",
            List.of(Parameter.MINIMUM, Parameter.DEFINITION),
            List.of(
                    Column.text("creators", "all creators, or those of one tier"),
                    Column.count("n", "creators with a rate"),
                    Column.ratio("correlation", "Spearman's rank correlation of followers and engagement rate")
                            .computedOutside(),
                    Column.ratio("low", "lower end of its 95 % interval (Fisher, Bonett and Wright)")
                            .computedOutside(),
                    Column.ratio("high", "upper end of its 95 % interval").computedOutside(),
                    Column.pValue("p-value of no correlation (t, two-sided)"),
                    Column.text("note", "why there is no correlation").computedOutside()),
            Chart.FOREST);

    static final Entry ENTRY = new Entry(TOPIC, EngagementVersusFollowers::asked);

    private static EngagementVersusFollowers asked(Arguments arguments, Tiers tiers) {
        return new EngagementVersusFollowers(arguments.definition(), tiers, arguments.number(Parameter.MINIMUM));
    }

    @Override
    public Topic topic() {
        return TOPIC;
    }

    @Override
    public Measure measure() {
        return new Measure.Engagement(definition);
    }

    /** How many creators a group must have for a correlation to be shown at all. */
    private long fewest() {
        return Math.max(minimum, Correlation.FEWEST_PAIRS);
    }

    @Override
    public Conclusion conclude(Evidence evidence) {
        List<Row> rows = evidence.rows().stream()
                .map(row -> judged(row, TierFigures.of(row.text("creators"), tiers, evidence.figures())))
                .toList();
        List<String> caveats = new ArrayList<>();
        if (definition == RateDefinition.BY_FOLLOWERS) {
            caveats.add("followers stand in the rate's denominator: a negative correlation comes by construction");
        }
        caveats.add("a correlation over all creators mixes tiers; within a tier the range of followers is narrow");
        caveats.add("the figures behind the correlations are those of \"figures\" in the statement");
        return new Conclusion(rows, caveats);
    }

    private Row judged(Row row, Figures figures) {
        long n = row.count("n");
        if (n < fewest()) {
            return withoutInterval(
                    row.with("correlation", null), String.format(Locale.ROOT, "n below %,d: withheld", fewest()));
        }
        double coefficient =
                figures.correlation(Correlation.Method.SPEARMAN, Quantity.FOLLOWERS.id(), Quantity.ENGAGEMENT.id());
        if (Double.isNaN(coefficient)) {
            return withoutInterval(row.with("correlation", null), "all values are equal: no correlation");
        }
        RankCorrelation correlation = new RankCorrelation(coefficient, n);
        if (correlation.perfect()) {
            return withoutInterval(
                    row.with("correlation", correlation.coefficient()), "all creators are in one order: no interval");
        }
        Interval interval = correlation.interval(Interval.USUAL_CONFIDENCE);
        return row.with("correlation", coefficient)
                .with("low", interval.low())
                .with("high", interval.high())
                .with("p", correlation.pValue())
                .with("note", null);
    }

    private static Row withoutInterval(Row row, String note) {
        return row.with("low", null).with("high", null).with("p", null).with("note", note);
    }
}
