package io.virality.web;

import io.virality.application.Failure;
import io.virality.application.Suggestion;
import io.virality.domain.category.Category;
import io.virality.domain.creator.Handle;
import io.virality.domain.marketplace.Brand;
import io.virality.domain.marketplace.Money;
import io.virality.domain.recommendation.Brief;
import io.virality.domain.recommendation.Goal;
import io.virality.domain.recommendation.Weights;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a brand is looking for, as a client or a file writes it. What is left out does not restrict. */
record BriefView(
        String text,
        Optional<String> brand,
        Optional<String> goal,
        Optional<List<String>> regions,
        Optional<List<String>> languages,
        Optional<List<String>> categories,
        Optional<List<String>> tiers,
        Optional<BudgetView> budget,
        Optional<List<String>> exclusions,
        Optional<List<String>> brandSafety,
        Optional<List<String>> mustHave,
        Optional<List<String>> niceToHave,
        Optional<WeightsView> weights) {

    private static final int LONGEST_SHOWN = 300;

    /** An amount as a text or a number; the currency by ISO 4217. */
    record BudgetView(String amount, String currency) {

        static BudgetView of(Money money) {
            return new BudgetView(
                    money.amount().stripTrailingZeros().toPlainString(),
                    money.currency().getCurrencyCode());
        }

        private Money money() {
            return new Money(
                    amount(required("the budget's amount", amount)),
                    currency(required("the budget's currency", currency)));
        }

        static Currency currency(String code) {
            try {
                return Currency.getInstance(code.strip().toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "unknown currency '" + shortened(code) + "': write its three letters, such as EUR", e);
            }
        }

        static BigDecimal amount(String text) {
            // A number such as 1e999999999 would take all memory when written out.
            if (!text.strip().matches("[+-]?[0-9]{1,15}([.][0-9]{1,10})?")) {
                throw new IllegalArgumentException("not an amount of money: '" + shortened(text) + "'");
            }
            return new BigDecimal(text.strip());
        }
    }

    /** What is left out counts as usual. */
    record WeightsView(
            OptionalDouble relevance,
            OptionalDouble performance,
            OptionalDouble fit,
            OptionalDouble credibility,
            OptionalDouble price,
            OptionalDouble novelty) {

        static WeightsView of(Weights weights) {
            return new WeightsView(
                    OptionalDouble.of(weights.relevance()),
                    OptionalDouble.of(weights.performance()),
                    OptionalDouble.of(weights.fit()),
                    OptionalDouble.of(weights.credibility()),
                    OptionalDouble.of(weights.price()),
                    OptionalDouble.of(weights.novelty()));
        }

        private Weights weights() {
            Weights usual = Weights.STANDARD;
            return new Weights(
                    relevance.orElse(usual.relevance()),
                    performance.orElse(usual.performance()),
                    fit.orElse(usual.fit()),
                    credibility.orElse(usual.credibility()),
                    price.orElse(usual.price()),
                    novelty.orElse(usual.novelty()));
        }
    }

    static BriefView of(Brief brief) {
        return new BriefView(
                brief.text(),
                brief.brand().map(Brand::name),
                Optional.of(brief.goal().id()),
                some(List.copyOf(brief.regions())),
                some(List.copyOf(brief.languages())),
                some(brief.categories().stream().map(Category::id).toList()),
                some(List.copyOf(brief.tiers())),
                brief.budget().map(BudgetView::of),
                some(brief.exclusions().stream().map(Handle::name).toList()),
                some(List.copyOf(brief.unsafe())),
                some(List.copyOf(brief.mustHave())),
                some(List.copyOf(brief.niceToHave())),
                Optional.of(WeightsView.of(brief.weights())));
    }

    /** @throws Failure {@code IMPOSSIBLE_INPUT} if no brief can be like that */
    Brief brief() {
        try {
            return new Brief(
                    required("the brief's text", text),
                    brand.map(Brand::new),
                    goal.map(name -> DesignView.constant(Goal.class, "goal", name))
                            .orElse(Goal.REACH),
                    texts("regions", regions),
                    texts("languages", languages),
                    texts("categories", categories).stream()
                            .map(BriefView::category)
                            .collect(Collectors.toSet()),
                    texts("tiers", tiers),
                    budget.map(BudgetView::money),
                    texts("exclusions", exclusions).stream().map(Handle::tiktok).toList(),
                    texts("brandSafety", brandSafety),
                    texts("mustHave", mustHave),
                    texts("niceToHave", niceToHave),
                    weights.map(WeightsView::weights).orElse(Weights.STANDARD));
        } catch (IllegalArgumentException e) {
            throw new Failure(Failure.Kind.IMPOSSIBLE_INPUT, shortened(e.getMessage()), e);
        }
    }

    private static Category category(String name) {
        List<String> known = Arrays.stream(Category.values()).map(Category::id).toList();
        return Category.ALL.stream()
                .filter(category -> category.id().equals(name.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException(Suggestion.unknown("category", shortened(name), known)));
    }

    private static TreeSet<String> texts(String field, Optional<List<String>> given) {
        List<String> texts = given.orElse(List.of());
        if (texts.stream().anyMatch(Objects::isNull)) {
            throw new IllegalArgumentException("null stands among the " + field);
        }
        return new TreeSet<>(texts);
    }

    private static Optional<List<String>> some(List<String> texts) {
        return Optional.of(texts).filter(given -> !given.isEmpty());
    }

    private static String required(String what, String text) {
        if (text == null) {
            throw new IllegalArgumentException(what + " is missing");
        }
        return text;
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
    }
}
