package io.virality.application.marketplace;

import io.virality.application.Failure;
import io.virality.application.port.Spending;
import io.virality.domain.creator.Tiers;
import io.virality.domain.response.Allocation;
import io.virality.domain.response.MediaSeries;
import io.virality.domain.response.ResponseStudy;
import io.virality.domain.response.SpendHistory;
import io.virality.domain.response.SpendHistory.Cut;
import io.virality.domain.response.SpendHistory.Grain;
import io.virality.domain.response.SpendHistory.Value;
import io.virality.domain.response.StoredResponse;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Studies how the sales in the store respond to spending, and how a budget is best divided. */
public final class StudyStoredResponse {

    private final Spending spending;
    private final Tiers tiers;

    @Inject
    StudyStoredResponse(Spending spending, Tiers tiers) {
        this.spending = spending;
        this.tiers = tiers;
    }

    /** By what spending is told apart. */
    public enum By {
        /** Channels; what is paid to creators is one. */
        CHANNEL,
        /** Tiers of the creators that are paid, or appear in advertisements. */
        TIER;

        /** The name in documents: {@code channel}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What is asked.
     *
     * @param value what it brings; empty for orders by tiers, and by channels for the revenue that these tell, as far as
     *     there is any
     * @param currency empty for the one that is used most
     * @param budget of a period, to divide; empty for what is spent today
     * @param limits of channels; a channel without any may get up to the most that it ever got
     * @param seed of the draws
     */
    public record Question(
            By by,
            Grain grain,
            Optional<Value> value,
            Optional<Currency> currency,
            Optional<Double> budget,
            Map<String, Allocation.Limits> limits,
            long seed) {}

    /**
     * Studies it. Too little data is an answer.
     *
     * @throws Failure {@code NOT_FOUND} if no spending is told, or none in that currency; {@code INVALID_INPUT} if a limit
     *     names no channel, or the limits cannot be kept
     */
    public StoredResponse study(Question question) {
        Map<Currency, Long> currencies = spending.currencies();
        Currency currency =
                AttributeStoredSales.chosen(currencies, question.currency(), "amounts of spending with a time");
        SpendHistory history =
                spending.history(question.by() == By.TIER ? Optional.of(tiers) : Optional.empty(), currency);
        Value value = question.value().orElseGet(() -> usual(question.by(), history));
        Cut cut;
        try {
            cut = history.cut(value, question.grain());
        } catch (IllegalArgumentException e) {
            return new StoredResponse(
                    Optional.empty(),
                    Optional.of(e.getMessage()),
                    question.by().id(),
                    question.grain(),
                    value,
                    currency,
                    currencies,
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    history.origin());
        }
        List<Allocation.Limits> limits = limits(question, cut.series());
        Optional<String> missing = ResponseStudy.missing(cut.series());
        return new StoredResponse(
                missing.isPresent() ? Optional.empty() : Optional.of(study(cut.series(), limits, question)),
                missing,
                question.by().id(),
                question.grain(),
                value,
                currency,
                currencies,
                Optional.of(cut.from()),
                Optional.of(cut.until()),
                cut.notes(),
                history.origin());
    }

    private static ResponseStudy study(MediaSeries series, List<Allocation.Limits> limits, Question question) {
        try {
            return ResponseStudy.of(
                    series, Optional.of(limits), question.budget(), question.seed(), ResponseStudy.USUAL_DRAWS);
        } catch (IllegalArgumentException e) {
            throw new Failure(Failure.Kind.INVALID_INPUT, e.getMessage(), e);
        }
    }

    private static Value usual(By by, SpendHistory history) {
        boolean orders = history.revenue().isEmpty()
                || by == By.TIER && !history.ordered().isEmpty();
        return orders ? Value.ORDERS : Value.REVENUE;
    }

    private static List<Allocation.Limits> limits(Question question, MediaSeries series) {
        for (String limited : question.limits().keySet()) {
            if (!series.channels().contains(limited)) {
                throw Failure.invalid("a limit of '" + limited + "', for which nothing is spent; there are: "
                        + String.join(", ", series.channels()));
            }
        }
        return IntStream.range(0, series.channels().size())
                .mapToObj(i -> question.limits()
                        .getOrDefault(
                                series.channels().get(i),
                                new Allocation.Limits(
                                        0,
                                        Arrays.stream(series.spend()[i]).max().orElse(0))))
                .toList();
    }
}
