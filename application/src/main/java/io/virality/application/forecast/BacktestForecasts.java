package io.virality.application.forecast;

import io.virality.application.Failure;
import io.virality.application.port.GrowthForecaster;
import io.virality.application.port.Histories;
import io.virality.domain.creator.Tier;
import io.virality.domain.creator.Tiers;
import io.virality.domain.forecast.Circumstances;
import io.virality.domain.forecast.DailySeries;
import io.virality.domain.forecast.Forecaster;
import io.virality.domain.forecast.History;
import io.virality.domain.forecast.Metric;
import io.virality.domain.forecast.Report;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** Tries the methods on the past of creators. */
public final class BacktestForecasts {

    private static final int MOST_CREATORS = 2_000;

    private final Histories histories;
    private final GrowthForecaster models;
    private final Tiers tiers;

    @Inject
    BacktestForecasts(Histories histories, GrowthForecaster models, Tiers tiers) {
        this.histories = histories;
        this.models = models;
        this.tiers = tiers;
    }

    /**
     * What is asked.
     *
     * @param horizon how many days ahead
     * @param asOf the day after which nothing is used; empty to use everything
     * @param byTier whether each tier is tried on its own, too
     */
    public record Question(Metric metric, int horizon, Optional<LocalDate> asOf, boolean byTier) {}

    /**
     * Tries them.
     *
     * @return what they were worth for all, and then in each tier if that was asked for
     * @throws Failure {@code INVALID_INPUT} if there cannot be such a horizon
     */
    public List<Report> backtest(Question question) {
        OptionalInt asOf = Horizon.day(question.asOf());
        Forecaster forecaster = Horizon.forecaster(question.horizon(), asOf, models);
        Map<Metric, List<History>> known = new EnumMap<>(Metric.class);
        Circumstances.TELLING.forEach(metric -> known.put(metric, histories.sample(metric, MOST_CREATORS)));
        List<History> sample =
                known.computeIfAbsent(question.metric(), metric -> histories.sample(metric, MOST_CREATORS));
        Function<List<History>, List<DailySeries>> series = members -> {
            known.put(question.metric(), members);
            return Circumstances.series(known, question.metric(), asOf).stream()
                    .filter(each -> each.size() > 0)
                    .toList();
        };
        List<Report> reports = new ArrayList<>(List.of(forecaster.backtest("all", series.apply(sample))));
        if (question.byTier()) {
            for (Tier tier : tiers.all()) {
                List<History> members = sample.stream()
                        .filter(history -> history.followers().isPresent()
                                && tiers.of(history.followers().getAsLong()).equals(tier))
                        .toList();
                reports.add(forecaster.backtest(tier.name(), series.apply(members)));
            }
        }
        return reports;
    }
}
