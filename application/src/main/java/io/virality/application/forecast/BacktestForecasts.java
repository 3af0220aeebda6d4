package io.virality.application.forecast;

import io.virality.application.Failure;
import io.virality.application.port.Histories;
import io.virality.domain.creator.Tier;
import io.virality.domain.creator.Tiers;
import io.virality.domain.forecast.Forecaster;
import io.virality.domain.forecast.History;
import io.virality.domain.forecast.Metric;
import io.virality.domain.forecast.Report;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Tries the methods on the past of creators. */
public final class BacktestForecasts {

    private static final int MOST_CREATORS = 2_000;

    private final Histories histories;
    private final Tiers tiers;

    @Inject
    BacktestForecasts(Histories histories, Tiers tiers) {
        this.histories = histories;
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
        Forecaster forecaster = Horizon.forecaster(question.horizon(), asOf);
        List<History> sample = histories.sample(question.metric(), MOST_CREATORS);
        List<Report> reports = new ArrayList<>(List.of(report("all", sample, forecaster, asOf)));
        if (question.byTier()) {
            for (Tier tier : tiers.all()) {
                List<History> members = sample.stream()
                        .filter(history -> history.followers().isPresent()
                                && tiers.of(history.followers().getAsLong()).equals(tier))
                        .toList();
                reports.add(report(tier.name(), members, forecaster, asOf));
            }
        }
        return reports;
    }

    private static Report report(String name, List<History> histories, Forecaster forecaster, OptionalInt asOf) {
        return forecaster.backtest(
                name,
                histories.stream()
                        .map(history -> history.until(asOf))
                        .filter(series -> series.size() > 0)
                        .toList());
    }
}
