package io.virality.domain.finding;

import io.virality.domain.creator.Tiers;
import io.virality.domain.engagement.RateDefinition;
import io.virality.domain.insight.Catalogue;
import io.virality.domain.insight.Evidence;
import io.virality.domain.insight.Quantity;
import io.virality.domain.insight.Question;
import io.virality.domain.stats.Figures;
import io.virality.domain.stats.RankContrast;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Sales go with engagement more than with followers. */
record EngagementDrivesSales() implements Claim {

    static final Claim CLAIM = new EngagementDrivesSales();

    /** Fewer creators with sales than this allow no test. */
    private static final int FEWEST = 30;

    private static final List<RateDefinition> DEFINITIONS =
            List.of(RateDefinition.BY_VIEWS, RateDefinition.PROVIDER, RateDefinition.BY_FOLLOWERS);
    private static final String DIFFERENCE = "rank correlation of sales with the engagement rate − with followers";

    @Override
    public String id() {
        return "engagement-drives-sales";
    }

    @Override
    public String words() {
        return "Sales are driven more by engagement than by followers.";
    }

    @Override
    public Hypothesis hypothesis() {
        return new Hypothesis(
                "over creators with sales, Spearman's correlation of net sales with the engagement rate less that with"
                        + " followers; a rate by views if known, else the provider's",
                "the difference is above 0",
                "net sales, followers and an engagement rate of at least " + FEWEST + " creators");
    }

    @Override
    public List<Question> questions() {
        Catalogue catalogue = new Catalogue(Tiers.STANDARD);
        return DEFINITIONS.stream()
                .map(definition -> catalogue.ask("creator-correlations", Map.of("definition", definition.id())))
                .toList();
    }

    @Override
    public Trial test(Map<Question, Evidence> evidence) {
        List<Question> questions = questions();
        for (int i = 0; i < DEFINITIONS.indexOf(RateDefinition.BY_FOLLOWERS); i++) {
            Figures sellers = sellers(evidence, questions.get(i), Quantity.NET_SALES);
            Optional<Effect> effect = effect(DIFFERENCE, sellers, Quantity.NET_SALES, UnaryOperator.identity());
            if (effect.isPresent()) {
                return new Trial.Tested(
                        questions.get(i),
                        List.of(effect.get()),
                        checks(evidence, questions, i, effect.get()),
                        List.of(
                                "what goes with sales need not drive them: nobody assigned followers or engagement",
                                "creators without sales are not part of it"));
            }
        }
        return new Trial.Untestable(List.of(String.format(
                Locale.ROOT,
                "net sales, followers and an engagement rate of at least %d creators; all three are known of %,d",
                FEWEST,
                questions.stream()
                        .mapToInt(question ->
                                sellers(evidence, question, Quantity.NET_SALES).size())
                        .max()
                        .orElse(0))));
    }

    private List<Check> checks(Map<Question, Evidence> evidence, List<Question> questions, int chosen, Effect effect) {
        List<Check> checks = new ArrayList<>();
        Figures sellers = sellers(evidence, questions.get(chosen), Quantity.NET_SALES);
        checks.add(Check.of(
                "adjusted for tier: ranks within tiers",
                effect(
                        DIFFERENCE,
                        sellers,
                        Quantity.NET_SALES,
                        values -> Predictors.withinTiers(values, sellers.column(Quantity.FOLLOWERS.id()))),
                effect));
        checks.add(Check.of(
                "orders instead of net sales",
                effect(
                        "rank correlation of orders with the engagement rate − with followers",
                        sellers(evidence, questions.get(chosen), Quantity.ORDERS),
                        Quantity.ORDERS,
                        UnaryOperator.identity()),
                effect));
        for (int i = 0; i < DEFINITIONS.size(); i++) {
            if (i != chosen) {
                checks.add(Check.of(
                        "engagement " + DEFINITIONS.get(i).id(),
                        effect(
                                DIFFERENCE,
                                sellers(evidence, questions.get(i), Quantity.NET_SALES),
                                Quantity.NET_SALES,
                                UnaryOperator.identity()),
                        effect));
            }
        }
        return checks;
    }

    private static Optional<Effect> effect(String name, Figures sellers, Quantity sales, UnaryOperator<double[]> seen) {
        if (sellers.size() < FEWEST) {
            return Optional.empty();
        }
        RankContrast contrast = RankContrast.ofIndependent(
                seen.apply(sellers.column(Quantity.ENGAGEMENT.id())),
                seen.apply(sellers.column(Quantity.FOLLOWERS.id())),
                seen.apply(sellers.column(sales.id())));
        return Predictors.difference(contrast)
                .map(difference -> Effect.of(
                        name, difference, 0, List.of(new Effect.Group("creators with sales", sellers.size()))));
    }

    /** Those of whom all three are known. */
    private static Figures sellers(Map<Question, Evidence> evidence, Question question, Quantity sales) {
        Figures all = evidence.get(question).figures();
        List<String> needed = List.of(Quantity.ENGAGEMENT.id(), Quantity.FOLLOWERS.id(), sales.id());
        if (!all.names().containsAll(needed)) {
            return Figures.NONE;
        }
        List<double[]> columns = needed.stream().map(all::column).toList();
        return all.at(IntStream.range(0, all.size())
                .filter(i -> columns.stream().noneMatch(column -> Double.isNaN(column[i])))
                .toArray());
    }
}
