package io.virality.application.forecast;

import io.virality.application.Failure;
import io.virality.application.forecast.ForecastSeries.Source;
import io.virality.application.port.GrowthForecaster;
import io.virality.application.port.Tables;
import io.virality.domain.forecast.DailySeries;
import io.virality.domain.forecast.Forecaster;
import io.virality.domain.forecast.Report;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Tries the methods on the past of the series in a table. */
public final class BacktestSeries {

    private final Tables tables;
    private final GrowthForecaster models;

    @Inject
    BacktestSeries(Tables tables, GrowthForecaster models) {
        this.tables = tables;
        this.models = models;
    }

    /**
     * What is asked.
     *
     * @param horizon how many days ahead
     * @param asOf the day after which nothing is used; empty to use everything
     */
    public record Question(Source source, int horizon, Optional<LocalDate> asOf) {}

    /**
     * Tries them.
     *
     * @param progress is told how far reading is
     * @throws Failure {@code INVALID_INPUT} if a column is missing, a cell cannot be read, or there cannot be such a horizon
     */
    public Report backtest(Question question, Tables.Progress progress) {
        OptionalInt asOf = Horizon.day(question.asOf());
        Forecaster forecaster = Horizon.forecaster(question.horizon(), asOf, models);
        List<DailySeries> series = new SeriesTable(tables, question.source()).read(asOf, progress);
        return forecaster.backtest("all", series);
    }
}
