package io.virality.web;

import io.virality.application.Failure;
import io.virality.application.marketplace.AttributeStoredSales;
import io.virality.application.marketplace.MeasureEfficiency;
import io.virality.application.marketplace.StudyStoredResponse;
import io.virality.domain.attribution.Credited;
import io.virality.domain.attribution.Model;
import io.virality.domain.attribution.Rules;
import io.virality.domain.insight.Dimension;
import io.virality.domain.response.SpendHistory.Grain;
import io.virality.domain.response.SpendHistory.Value;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What spending cost and brought, who is credited with it, and what more would bring. */
final class MarketplaceRoutes implements Routes {

    private static final String AMOUNT = "[0-9]{1,9}(\\.[0-9]{1,4})?";
    private static final int LONGEST_WINDOW = 365;
    private static final int MOST_SOURCES = 1_000;
    private static final int USUAL_SOURCES = 50;
    private static final long SEED = 1;

    private final MeasureEfficiency measureEfficiency;
    private final AttributeStoredSales attributeStoredSales;
    private final StudyStoredResponse studyStoredResponse;

    @Inject
    MarketplaceRoutes(
            MeasureEfficiency measureEfficiency,
            AttributeStoredSales attributeStoredSales,
            StudyStoredResponse studyStoredResponse) {
        this.measureEfficiency = measureEfficiency;
        this.attributeStoredSales = attributeStoredSales;
        this.studyStoredResponse = studyStoredResponse;
    }

    @Override
    public List<Operation> operations() {
        return List.of(efficiency(), attribution(), response());
    }

    private Operation efficiency() {
        return Operation.get(
                "/api/v1/marketplace/efficiency",
                "What advertisements and creators cost and brought, by groups and currencies",
                List.of(
                        choice("by", Dimension.values(), Dimension::id, "what the groups are")
                                .usually(Dimension.CAMPAIGN.id()),
                        Parameter.text("from", "nothing that began, or was sold, before this instant"),
                        Parameter.text("until", "nothing that began, or was sold, then or later"),
                        Parameter.text(
                                "mediaPrice",
                                "what 1,000 views would cost as advertisements: adds earned media value, apart")),
                EfficiencyView.class,
                query -> EfficiencyView.of(
                        measureEfficiency.measure(new MeasureEfficiency.Wish(
                                chosen(query, "by", Dimension.values(), Dimension::id)
                                        .orElse(Dimension.CAMPAIGN),
                                query.instant("from"),
                                query.instant("until"))),
                        amount(query, "mediaPrice")));
    }

    private Operation attribution() {
        return Operation.get(
                "/api/v1/marketplace/attribution",
                "Whom each model credits with the orders of one currency, and would have paid for them, side by side",
                List.of(
                        choice("by", Credited.values(), Credited::id, "what orders are attributed to")
                                .usually(Credited.CREATOR.id()),
                        currency("orders"),
                        Parameter.between(0, LONGEST_WINDOW, "clickDays", "how long a click counts")
                                .usually(Rules.USUAL.click().toDays()),
                        Parameter.between(0, LONGEST_WINDOW, "viewDays", "how long a view counts")
                                .usually(Rules.USUAL.view().toDays()),
                        Parameter.between(1, LONGEST_WINDOW, "halfLifeDays", "half-life of time decay")
                                .usually(Rules.USUAL.halfLife().toDays()),
                        choice("rankBy", Model.values(), Model::id, "by which model they are ranked")
                                .usually(Model.LAST_TOUCH.id()),
                        Parameter.between(1, MOST_SOURCES, "limit", "how many are told one by one")
                                .usually(USUAL_SOURCES)),
                AttributionView.class,
                query -> AttributionView.of(
                        attributeStoredSales.attribute(
                                chosen(query, "by", Credited.values(), Credited::id)
                                        .orElse(Credited.CREATOR),
                                currency(query),
                                new Rules(
                                        days(query, "clickDays", 0, Rules.USUAL.click()),
                                        days(query, "viewDays", 0, Rules.USUAL.view()),
                                        days(query, "halfLifeDays", 1, Rules.USUAL.halfLife()))),
                        chosen(query, "rankBy", Model.values(), Model::id).orElse(Model.LAST_TOUCH),
                        query.limit("limit", MOST_SOURCES, USUAL_SOURCES)));
    }

    private Operation response() {
        return Operation.get(
                "/api/v1/marketplace/response",
                "How sales respond to spending by channel or creator tier, what the next unit of money would bring, and how a"
                        + " budget is best divided",
                List.of(
                        choice(
                                        "by",
                                        StudyStoredResponse.By.values(),
                                        StudyStoredResponse.By::id,
                                        "how spending is told apart")
                                .usually(StudyStoredResponse.By.CHANNEL.id()),
                        choice("grain", Grain.values(), Grain::id, "how long a period is")
                                .usually(Grain.WEEK.id()),
                        choice(
                                "value",
                                Value.values(),
                                Value::id,
                                "what spending brings; if left out orders by tiers, revenue as channels tell it by channels"),
                        currency("spending"),
                        Parameter.text("budget", "of a period, to divide; if left out what is spent today")),
                StoredResponseView.class,
                query -> StoredResponseView.of(studyStoredResponse.study(new StudyStoredResponse.Question(
                        chosen(query, "by", StudyStoredResponse.By.values(), StudyStoredResponse.By::id)
                                .orElse(StudyStoredResponse.By.CHANNEL),
                        chosen(query, "grain", Grain.values(), Grain::id).orElse(Grain.WEEK),
                        chosen(query, "value", Value.values(), Value::id),
                        currency(query),
                        amount(query, "budget").map(BigDecimal::doubleValue).filter(budget -> budget > 0),
                        Map.of(),
                        SEED))));
    }

    private static <T> Parameter choice(String name, T[] all, Function<T, String> id, String meaning) {
        return Parameter.oneOf(Arrays.stream(all).map(id).toList(), name, meaning);
    }

    private static <T> Optional<T> chosen(Query query, String name, T[] all, Function<T, String> id) {
        return query.text(name).map(text -> Arrays.stream(all)
                .filter(each -> id.apply(each).equals(text))
                .findFirst()
                .orElseThrow(() -> Failure.invalid("unknown '" + name + "': '" + text + "'; there are: "
                        + String.join(", ", Arrays.stream(all).map(id).toList()))));
    }

    private static Parameter currency(String of) {
        return Parameter.text(
                "currency",
                "ISO 4217 code of the currency of " + of
                        + ", XXX for amounts of which nobody tells it; if left out that of" + " most");
    }

    private static Optional<Currency> currency(Query query) {
        return query.text("currency").map(code -> {
            try {
                return Currency.getInstance(code);
            } catch (IllegalArgumentException e) {
                throw new Failure(
                        Failure.Kind.INVALID_INPUT, "'currency' must be a code of ISO 4217, not '" + code + "'", e);
            }
        });
    }

    private static Duration days(Query query, String name, long least, Duration usual) {
        long days = query.count(name).orElse(usual.toDays());
        if (days < least || days > LONGEST_WINDOW) {
            throw Failure.invalid("'" + name + "' must be from " + least + " to " + LONGEST_WINDOW + ", not " + days);
        }
        return Duration.ofDays(days);
    }

    private static Optional<BigDecimal> amount(Query query, String name) {
        return query.text(name).map(text -> {
            if (!text.matches(AMOUNT)) {
                throw Failure.invalid("'" + name + "' must be an amount such as 12.50, not '" + text + "'");
            }
            return new BigDecimal(text);
        });
    }
}
