package io.virality.application.forecast;

import io.virality.application.Failure;
import io.virality.application.port.GrowthForecaster;
import io.virality.application.port.Tables;
import io.virality.domain.forecast.DailySeries;
import io.virality.domain.forecast.Forecast;
import io.virality.domain.forecast.Forecaster;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Forecasts the series in a table. */
public final class ForecastSeries {

    private final Tables tables;
    private final GrowthForecaster models;

    @Inject
    ForecastSeries(Tables tables, GrowthForecaster models) {
        this.tables = tables;
        this.models = models;
    }

    /**
     * What is asked.
     *
     * @param horizon how many days ahead
     * @param asOf the day that points follow, and after which nothing is used; empty for each series' newest
     */
    public record Question(Source source, int horizon, Optional<LocalDate> asOf) {}

    /**
     * Where the series stand.
     *
     * @param file a table, each of whose rows is an observation
     * @param time the column that tells when
     * @param value the column that tells what
     * @param group the column that tells whose; empty if there is one series
     */
    public record Source(Path file, String time, String value, Optional<String> group) {}

    /**
     * Forecasts each, in the order of their groups.
     *
     * @param progress is told how far reading is
     * @throws Failure {@code INVALID_INPUT} if a column is missing, a cell cannot be read, nothing is left of the table, or
     *     there cannot be such a horizon
     */
    public List<Forecast> forecast(Question question, Tables.Progress progress) {
        OptionalInt asOf = Horizon.day(question.asOf());
        Forecaster forecaster = Horizon.forecaster(question.horizon(), asOf, models);
        List<DailySeries> series = new SeriesTable(tables, question.source()).read(asOf, progress);
        if (series.isEmpty()) {
            throw Failure.invalid(question.source().file() + " has no rows with a time and a value"
                    + question.asOf().map(day -> " until " + day).orElse(""));
        }
        return forecaster.forecast(series);
    }
}
