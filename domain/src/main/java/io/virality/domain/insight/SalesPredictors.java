package io.virality.domain.insight;

import io.virality.domain.creator.Tiers;
import io.virality.domain.engagement.RateDefinition;
import io.virality.domain.stats.Correlation;
import io.virality.domain.stats.Figures;
import io.virality.domain.stats.Interval;
import io.virality.domain.stats.RankContrast;
import io.virality.domain.stats.RankCorrelation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Which tells more about what a creator sells: its engagement rate or its followers? Spearman's correlation of each with net
 * sales, and their difference, over all creators who sell and within each tier.
 *
 * @param definition the rate meant
 * @param currency of the sales meant; empty for the one in which most are told
 * @param tiers the tiers to look into
 * @param minimum fewer creators than this allow no figure
 * @param seed of the bootstrap
 */
public record SalesPredictors(RateDefinition definition, String currency, Tiers tiers, long minimum, long seed)
        implements Question {

    /** What is known of each creator, under these names. */
    public static final List<Quantity> FIGURES = List.of(Quantity.FOLLOWERS, Quantity.ENGAGEMENT, Quantity.NET_SALES);

    /** The name of the group of all creators. */
    public static final String ALL = TierFigures.ALL;

    /** A bootstrap of fewer creators says little. */
    private static final int FEWEST = 10;

    private static final Parameter MINIMUM = new Parameter(
            "minimum",
            Parameter.Kind.COUNT,
            Integer.toString(FEWEST),
            "the correlations of fewer creators than this are withheld; never shown of fewer than " + FEWEST);

    private static final int REPLICATES = 1_000;

    static final Topic TOPIC = new Topic(
            "sales-predictors",
            "Which predicts a creator's net sales better: engagement or followers?",
            List.of(MINIMUM, Parameter.DEFINITION, Parameter.CURRENCY, Parameter.SEED),
            List.of(
                    Column.text("creators", "all creators who sold something, or those of one tier"),
                    Column.text("currency", "currency of the sales"),
                    Column.count("n", "creators with net sales, a rate and followers"),
                    Column.ratio("engagement", "rank correlation of the engagement rate with net sales")
                            .computedOutside(),
                    Column.ratio("engagement_low", "lower end of its 95 % interval (Fisher, Bonett and Wright)")
                            .computedOutside(),
                    Column.ratio("engagement_high", "upper end of its 95 % interval")
                            .computedOutside(),
                    Column.ratio("followers", "rank correlation of followers with net sales")
                            .computedOutside(),
                    Column.ratio("followers_low", "lower end of its 95 % interval")
                            .computedOutside(),
                    Column.ratio("followers_high", "upper end of its 95 % interval")
                            .computedOutside(),
                    Column.ratio("correlation", "that of engagement less that of followers")
                            .computedOutside(),
                    Column.ratio("low", "lower end of the difference's 95 % interval (bootstrap over creators)")
                            .computedOutside(),
                    Column.ratio("high", "upper end of the difference's 95 % interval")
                            .computedOutside(),
                    Column.text("better", "which predicts better, where the difference's interval leaves out zero")
                            .computedOutside(),
                    Column.text("note", "why there is no figure").computedOutside()),
            Chart.FOREST);

    static final Entry ENTRY = new Entry(
            TOPIC,
            (arguments, tiers) -> new SalesPredictors(
                    arguments.definition(),
                    arguments.text(Parameter.CURRENCY),
                    tiers,
                    arguments.number(MINIMUM),
                    arguments.number(Parameter.SEED)));

    @Override
    public Topic topic() {
        return TOPIC;
    }

    @Override
    public Measure measure() {
        return new Measure.Plain(
                "net-sales-predictors@1",
                "Spearman's correlations of the engagement rate (" + definition.formula()
                        + ") and of followers with net "
                        + "sales, over creators who sold something. Net sales are gross less refunds, in one currency; "
                        + "sales whose refunds nobody knows are left out",
                Population.CREATORS);
    }

    private long fewest() {
        return Math.max(minimum, FEWEST);
    }

    @Override
    public Conclusion conclude(Evidence evidence) {
        List<Row> rows = evidence.rows().stream()
                .map(row -> judged(row, evidence.figures()))
                .toList();
        List<String> caveats = new ArrayList<>();
        caveats.add("creators of whom no sale is told are left out: of them it is not known whether they sell");
        caveats.add("net sales are totals of all that is told: who has been selling for longer has sold more");
        caveats.add("what goes along with sales need not cause them");
        if (definition == RateDefinition.BY_FOLLOWERS) {
            caveats.add("followers stand in the rate's denominator: the two compete by construction");
        }
        caveats.add("the figures behind the correlations are those of \"figures\" in the statement");
        return new Conclusion(rows, caveats);
    }

    private Row judged(Row row, Figures all) {
        if (row.count("n") < fewest()) {
            return without(row, String.format(Locale.ROOT, "n below %,d: withheld", fewest()));
        }
        Figures figures = TierFigures.of(row.text("creators"), tiers, all);
        double engagement = correlation(figures, Quantity.ENGAGEMENT);
        double followers = correlation(figures, Quantity.FOLLOWERS);
        if (Double.isNaN(engagement) || Double.isNaN(followers)) {
            return without(row, "all values are equal: no correlation");
        }
        Row judged = with(row, Quantity.ENGAGEMENT, engagement);
        judged = with(judged, Quantity.FOLLOWERS, followers);
        RankContrast contrast = RankContrast.ofIndependent(
                figures.column(Quantity.ENGAGEMENT.id()),
                figures.column(Quantity.FOLLOWERS.id()),
                figures.column(Quantity.NET_SALES.id()));
        Interval interval = contrast.estimate(REPLICATES, seed).interval(Interval.USUAL_CONFIDENCE);
        String better = null;
        if (interval.low() > 0) {
            better = Quantity.ENGAGEMENT.id();
        } else if (interval.high() < 0) {
            better = Quantity.FOLLOWERS.id();
        }
        return judged.with("correlation", contrast.difference())
                .with("low", interval.low())
                .with("high", interval.high())
                .with("better", better)
                .with("note", better == null ? "neither is clearly better" : null);
    }

    private static Row with(Row row, Quantity predictor, double coefficient) {
        RankCorrelation correlation = new RankCorrelation(coefficient, row.count("n"));
        Interval interval = correlation.interval(Interval.USUAL_CONFIDENCE);
        return row.with(predictor.id(), coefficient)
                .with(predictor.id() + "_low", correlation.perfect() ? null : interval.low())
                .with(predictor.id() + "_high", correlation.perfect() ? null : interval.high());
    }

    private static Row without(Row row, String note) {
        Row without = row;
        for (String column : TOPIC.computed()) {
            without = without.with(column, null);
        }
        return without.with("note", note);
    }

    private static double correlation(Figures figures, Quantity predictor) {
        return figures.correlation(Correlation.Method.SPEARMAN, predictor.id(), Quantity.NET_SALES.id());
    }
}
