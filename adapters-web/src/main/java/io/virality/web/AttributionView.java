package io.virality.web;

import io.virality.domain.attribution.Attribution;
import io.virality.domain.attribution.Credit;
import io.virality.domain.attribution.Delay;
import io.virality.domain.attribution.Model;
import io.virality.domain.attribution.Rules;
import io.virality.domain.creator.Origin;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How attribution is shown. All figures are exact decimals as texts: under every model the credits and {@code unattributed}
 * add up to {@code total}. {@code coded} is the part that promo codes decided.
 */
record AttributionView(
        Optional<String> currency,
        double clickDays,
        double viewDays,
        double halfLifeDays,
        List<AttributionModelView> models,
        List<SourceCreditView> sources,
        CreditView unattributed,
        CreditView coded,
        CreditView total,
        long touches,
        long journeysWithoutOrder,
        Optional<DelayView> sinceFirst,
        Optional<DelayView> sinceLast,
        Origin data) {

    private static final double SECONDS_A_DAY = 86_400;

    static AttributionView of(Attribution attribution, Rules rules, Optional<String> currency, boolean simulated) {
        List<SourceCreditView> sources = new ArrayList<>();
        for (int i = 0; i < attribution.sources().size(); i++) {
            int source = i;
            sources.add(new SourceCreditView(
                    attribution.sources().get(i),
                    attribution.effects().get(i),
                    Arrays.stream(Model.values())
                            .map(model ->
                                    new ModelCreditView(model.id(), CreditView.of(attribution.credit(model, source))))
                            .toList()));
        }
        return new AttributionView(
                currency,
                rules.click().toSeconds() / SECONDS_A_DAY,
                rules.view().toSeconds() / SECONDS_A_DAY,
                rules.halfLife().toSeconds() / SECONDS_A_DAY,
                Arrays.stream(Model.values())
                        .map(model -> new AttributionModelView(model.id(), model.words()))
                        .toList(),
                sources,
                CreditView.of(attribution.unattributed()),
                CreditView.of(attribution.coded()),
                CreditView.of(attribution.total()),
                attribution.touches(),
                attribution.vain(),
                attribution.sinceFirst().map(DelayView::of),
                attribution.sinceLast().map(DelayView::of),
                simulated ? Origin.SIMULATED : Origin.REAL);
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
