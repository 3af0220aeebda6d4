package io.virality.web;

import io.virality.domain.attribution.AttributedSales;
import io.virality.domain.attribution.Attribution;
import io.virality.domain.attribution.Credit;
import io.virality.domain.attribution.Delay;
import io.virality.domain.attribution.Model;
import io.virality.domain.attribution.Rules;
import io.virality.domain.creator.Origin;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * How attribution is shown. All figures are exact decimals as texts: under every model the credits of {@code sources} and
 * {@code others} and {@code unattributed} add up to {@code total}. {@code coded} is the part that promo codes decided; what a
 * model would have paid somebody is its {@code commission}. A currency is left out where nobody tells it. {@code sources} are
 * the first by {@code rankedBy}, {@code others} the sum of so many more.
 */
record AttributionView(
        String by,
        Optional<String> currency,
        List<CurrencyCountView> currencies,
        String rankedBy,
        double clickDays,
        double viewDays,
        double halfLifeDays,
        List<AttributionModelView> models,
        List<SourceCreditView> sources,
        Optional<OtherCreditView> others,
        CreditView unattributed,
        CreditView coded,
        CreditView total,
        long touches,
        long journeysWithoutOrder,
        Optional<DelayView> sinceFirst,
        Optional<DelayView> sinceLast,
        boolean refundsTold,
        boolean commissionTold,
        List<String> notes,
        Origin data) {

    private static final double SECONDS_A_DAY = 86_400;

    static AttributionView of(AttributedSales sales, Model rankedBy, int limit) {
        Attribution attribution = sales.attribution();
        Rules rules = sales.rules();
        List<Integer> ranked = attribution.ranked(rankedBy);
        List<Integer> shown = ranked.subList(0, Math.min(limit, ranked.size()));
        List<Integer> rest = ranked.subList(shown.size(), ranked.size());
        return new AttributionView(
                sales.by(),
                CurrencyCountView.told(sales.currency()),
                CurrencyCountView.of(sales.currencies()),
                rankedBy.id(),
                rules.click().toSeconds() / SECONDS_A_DAY,
                rules.view().toSeconds() / SECONDS_A_DAY,
                rules.halfLife().toSeconds() / SECONDS_A_DAY,
                Arrays.stream(Model.values())
                        .map(model -> new AttributionModelView(model.id(), model.words()))
                        .toList(),
                shown.stream()
                        .map(source -> new SourceCreditView(
                                attribution.sources().get(source),
                                attribution.effects().get(source),
                                credits(model -> attribution.credit(model, source))))
                        .toList(),
                rest.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                new OtherCreditView(rest.size(), credits(model -> sum(attribution, model, rest)))),
                CreditView.of(attribution.unattributed()),
                CreditView.of(attribution.coded()),
                CreditView.of(attribution.total()),
                attribution.touches(),
                attribution.vain(),
                attribution.sinceFirst().map(DelayView::of),
                attribution.sinceLast().map(DelayView::of),
                sales.refundsTold(),
                sales.commissionTold(),
                sales.notes(),
                sales.data());
    }

    private static List<ModelCreditView> credits(Function<Model, Credit> credit) {
        return Arrays.stream(Model.values())
                .map(model -> new ModelCreditView(model.id(), CreditView.of(credit.apply(model))))
                .toList();
    }

    private static Credit sum(Attribution attribution, Model model, List<Integer> sources) {
        return sources.stream().map(source -> attribution.credit(model, source)).reduce(Credit.NONE, Credit::plus);
    }

    /** Quartiles in hours. */
    record DelayView(double q1, double median, double q3, long n) {

        static DelayView of(Delay delay) {
            return new DelayView(hours(delay.q1()), hours(delay.median()), hours(delay.q3()), delay.n());
        }

        private static double hours(Duration time) {
            return time.toMinutes() / 60.0;
        }
    }

    record AttributionModelView(String id, String words) {}

    record SourceCreditView(String name, double removalEffect, List<ModelCreditView> credits) {}

    record OtherCreditView(int sources, List<ModelCreditView> credits) {}

    record ModelCreditView(String model, CreditView credit) {}

    record CreditView(String orders, String gross, String refunds, String commission, String net) {

        static CreditView of(Credit credit) {
            return new CreditView(
                    BigDecimal.valueOf(credit.orders(), 9).toPlainString(),
                    BigDecimal.valueOf(credit.gross(), 4).toPlainString(),
                    BigDecimal.valueOf(credit.refunds(), 4).toPlainString(),
                    BigDecimal.valueOf(credit.commission(), 4).toPlainString(),
                    BigDecimal.valueOf(credit.net(), 4).toPlainString());
        }
    }
}
