package io.virality.domain.insight;

import io.virality.domain.creator.Tiers;
import io.virality.domain.engagement.RateDefinition;
import io.virality.domain.stats.Correlation;
import io.virality.domain.stats.Interval;
import io.virality.domain.stats.RankCorrelation;
import java.util.ArrayList;
import java.util.List;

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
    public static final String ALL = "all";

    static final Topic TOPIC = new Topic(
            "engagement-vs-followers",
            "Do creators with more followers have a lower engagement rate?",
            List.of(Parameter.MINIMUM, Parameter.DEFINITION),
            List.of(
                    Column.text("creators", "all creators, or those of one tier"),
                    Column.count("n", "creators with a rate"),
                    Column.ratio("correlation", "Spearman's rank correlation of followers and engagement rate"),
                    Column.ratio("low", "lower end of its 95 % interval (Fisher, Bonett and Wright)")
                            .computedOutside(),
                    Column.ratio("high", "upper end of its 95 % interval").computedOutside(),
                    Column.ratio("p", "p-value of no correlation (t, two-sided)")
                            .computedOutside(),
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
    public long fewest() {
        return Math.max(minimum, Correlation.FEWEST_PAIRS);
    }

    @Override
    public Conclusion conclude(Evidence evidence) {
        List<Row> rows = evidence.rows().stream().map(this::judged).toList();
        List<String> caveats = new ArrayList<>();
        if (definition == RateDefinition.BY_FOLLOWERS) {
            caveats.add("followers stand in the rate's denominator: a negative correlation comes by construction");
        }
        caveats.add("a correlation over all creators mixes tiers; within a tier the range of followers is narrow");
        return new Conclusion(rows, caveats);
    }

    private Row judged(Row row) {
        long n = row.count("n");
        double coefficient = row.number("correlation");
        if (n < fewest()) {
            return withoutInterval(row.with("correlation", null), "n below " + fewest() + ": withheld");
        }
        if (Double.isNaN(coefficient)) {
            return withoutInterval(row, "all values are equal: no correlation");
        }
        RankCorrelation correlation = new RankCorrelation(coefficient, n);
        if (correlation.perfect()) {
            return withoutInterval(row, "all creators are in one order: no interval");
        }
        Interval interval = correlation.interval(Interval.USUAL_CONFIDENCE);
        return row.with("low", interval.low())
                .with("high", interval.high())
                .with("p", correlation.pValue())
                .with("note", null);
    }

    private static Row withoutInterval(Row row, String note) {
        return row.with("low", null).with("high", null).with("p", null).with("note", note);
    }
}
