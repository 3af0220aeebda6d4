package io.virality.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.virality.domain.creator.Origin;
import io.virality.domain.forecast.Accuracy;
import io.virality.domain.forecast.Backtest;
import io.virality.domain.forecast.Band;
import io.virality.domain.forecast.Forecast;
import io.virality.domain.forecast.ForecastPoint;
import io.virality.domain.forecast.Metric;
import io.virality.domain.forecast.Nature;
import io.virality.domain.forecast.Report;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** How a series goes on. {@code method} is {@code null} and there are no {@code points} where too little is known. */
record ForecastView(
        String group,
        @JsonInclude(JsonInclude.Include.ALWAYS) Optional<String> method,
        @JsonInclude(JsonInclude.Include.ALWAYS) Optional<String> lastObserved,
        List<ForecastPointView> points,
        @JsonInclude(JsonInclude.Include.ALWAYS) Optional<TrackRecordView> backtest,
        List<String> notes) {

    static ForecastView of(Forecast forecast) {
        return new ForecastView(
                forecast.group(),
                forecast.method(),
                forecast.lastObserved().map(String::valueOf),
                forecast.points().stream().map(ForecastPointView::of).toList(),
                forecast.backtest().map(TrackRecordView::of),
                forecast.notes());
    }

    /** A creator's. */
    record CreatorForecastView(
            Metric metric, @JsonUnwrapped ForecastView forecast, List<BacktestView> backtests, Origin data) {

        static CreatorForecastView of(Forecast forecast, Metric metric, Origin origin) {
            return new CreatorForecastView(
                    metric,
                    ForecastView.of(forecast),
                    forecast.backtest().map(BacktestView::of).stream().toList(),
                    origin);
        }
    }

    /** What the method that answers was worth at all horizons, beside the last value. */
    record TrackRecordView(
            Nature nature,
            int series,
            int origins,
            String method,
            double relativeError,
            @JsonUnwrapped AccuracyView accuracy,
            AccuracyView lastValue) {

        static TrackRecordView of(Backtest backtest) {
            Backtest.Method best = backtest.best();
            return new TrackRecordView(
                    backtest.nature(),
                    backtest.series(),
                    backtest.origins(),
                    best.id(),
                    rounded(best.relativeError()),
                    AccuracyView.of(best.overall()),
                    AccuracyView.of(backtest.baseline().overall()));
        }
    }

    record ReportsView(List<ReportView> groups) {

        static ReportsView of(List<Report> reports) {
            return new ReportsView(reports.stream().map(ReportView::of).toList());
        }
    }

    record ReportView(String group, int series, List<BacktestView> backtests, List<String> notes) {

        static ReportView of(Report report) {
            return new ReportView(
                    report.name(),
                    report.series(),
                    report.backtests().stream().map(BacktestView::of).toList(),
                    report.notes());
        }
    }

    /** {@code low80} and {@code high80} are the ends of the 80 % band. */
    record ForecastPointView(
            String date,
            double value,
            double low50,
            double high50,
            double low80,
            double high80,
            double low95,
            double high95) {

        static ForecastPointView of(ForecastPoint point) {
            List<Band> bands = point.bands();
            return new ForecastPointView(
                    point.date().toString(),
                    rounded(point.value()),
                    rounded(bands.get(0).low()),
                    rounded(bands.get(0).high()),
                    rounded(bands.get(1).low()),
                    rounded(bands.get(1).high()),
                    rounded(bands.get(2).low()),
                    rounded(bands.get(2).high()));
        }
    }

    /** {@code method} is the one that answers; {@code methods} are all that were tried, {@code combined} those of which the
     * combination is the mean. */
    record BacktestView(
            Nature nature,
            int series,
            int origins,
            String method,
            List<String> combined,
            List<TriedMethodView> methods) {

        /** All that was tried, once for the series that were tried together. */
        static List<BacktestView> tried(List<Forecast> forecasts) {
            Set<Backtest> tried = Collections.newSetFromMap(new IdentityHashMap<>());
            return forecasts.stream()
                    .flatMap(forecast -> forecast.backtest().stream())
                    .filter(tried::add)
                    .map(BacktestView::of)
                    .toList();
        }

        static BacktestView of(Backtest backtest) {
            return new BacktestView(
                    backtest.nature(),
                    backtest.series(),
                    backtest.origins(),
                    backtest.chosen(),
                    backtest.combined(),
                    backtest.methods().stream().map(TriedMethodView::of).toList());
        }
    }

    /** {@code relativeError} is its error as a part of that of last-value, which it loses to from 1 on. */
    record TriedMethodView(
            String method,
            double relativeError,
            ComparisonView toLastValue,
            ComparisonView toDrift,
            boolean losesToLastValue,
            AccuracyView overall,
            List<AccuracyView> byHorizon) {

        static TriedMethodView of(Backtest.Method method) {
            return new TriedMethodView(
                    method.id(),
                    rounded(method.relativeError()),
                    ComparisonView.of(method.toLastValue()),
                    ComparisonView.of(method.toDrift()),
                    method.losesToLastValue(),
                    AccuracyView.of(method.overall()),
                    method.byHorizon().stream().map(AccuracyView::of).toList());
        }
    }

    /** An error as a part of another, with an interval of 95 % by drawing series anew; no interval of few series. */
    record ComparisonView(double ratio, Optional<Double> low, Optional<Double> high) {

        static ComparisonView of(Backtest.Comparison comparison) {
            return new ComparisonView(
                    rounded(comparison.ratio()),
                    comparison.interval().map(interval -> rounded(interval.low())),
                    comparison.interval().map(interval -> rounded(interval.high())));
        }
    }

    /** {@code from} and {@code to} are days ahead; what is not defined is left out. */
    record AccuracyView(
            int from,
            int to,
            long n,
            Optional<Double> mape,
            Optional<Double> mase,
            Optional<Double> pinball,
            Optional<Double> coverage50,
            Optional<Double> coverage80,
            Optional<Double> coverage95,
            Optional<Double> beatsLastValue) {

        static AccuracyView of(Accuracy accuracy) {
            return new AccuracyView(
                    accuracy.from(),
                    accuracy.to(),
                    accuracy.forecasts(),
                    known(accuracy.mape()),
                    known(accuracy.mase()),
                    known(accuracy.pinball()),
                    known(accuracy.coverage().get(.5)),
                    known(accuracy.coverage().get(.8)),
                    known(accuracy.coverage().get(.95)),
                    known(accuracy.beatsLastValue()));
        }

        private static Optional<Double> known(double value) {
            return Double.isFinite(value) ? Optional.of(rounded(value)) : Optional.empty();
        }
    }

    private static final int MOST_DIGITS = 15;
    private static final int DIGITS = 7;
    private static final double[] POWERS = IntStream.rangeClosed(0, MOST_DIGITS)
            .mapToDouble(i -> Math.pow(10, i))
            .toArray();

    /** To eight digits or more: nobody forecasts more of them, and they are most of a large document. */
    private static double rounded(double value) {
        double size = Math.abs(value);
        if (!(size > 0) || size >= POWERS[MOST_DIGITS]) {
            return value;
        }
        int digits = DIGITS;
        while (digits > 0 && size >= POWERS[DIGITS + 1 - digits]) {
            digits--;
        }
        while (size < 1 && digits < MOST_DIGITS && size * POWERS[digits - DIGITS] < 1) {
            digits++;
        }
        return Math.rint(value * POWERS[digits]) / POWERS[digits];
    }
}
