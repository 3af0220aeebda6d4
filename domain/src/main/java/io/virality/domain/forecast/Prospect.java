package io.virality.domain.forecast;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What is learnt from the series of one class: the method for them, and how wide its bands must be. */
final class Prospect {

    private final int horizon;
    private final Panel panel;
    private final int forecasts;
    private Candidate chosen;
    private Calibration calibration;
    private Backtest backtest;

    Prospect(List<DailySeries> members, int horizon) {
        this.horizon = horizon;
        this.panel = new Panel(members);
        RollingOrigins origins = new RollingOrigins(sample(members), horizon);
        this.forecasts = origins.size();
        if (forecasts >= Calibration.FEWEST) {
            Trial trial = new Trial(origins, horizon);
            this.chosen = trial.chosen();
            this.calibration = Calibration.of(origins, chosen, row -> true);
            this.backtest = trial.backtest();
        }
    }

    /** Evenly among all in the order of their names, whatever the order of rows. */
    private static List<DailySeries> sample(List<DailySeries> members) {
        if (members.size() <= RollingOrigins.MOST_SERIES) {
            return members;
        }
        List<DailySeries> sorted = new ArrayList<>(members);
        sorted.sort(Comparator.comparing(DailySeries::group));
        List<DailySeries> sample = new ArrayList<>();
        for (int i = 0; i < RollingOrigins.MOST_SERIES; i++) {
            sample.add(sorted.get((int) ((long) i * sorted.size() / RollingOrigins.MOST_SERIES)));
        }
        return sample;
    }

    /** Empty if too little is known. */
    Optional<Backtest> backtest() {
        return Optional.ofNullable(backtest);
    }

    /** What would have to be known. */
    String missing() {
        return "needs at least " + Calibration.FEWEST
                + " forecasts of its own past, or of series like it, to know its error; there are " + forecasts;
    }

    Forecast forecast(DailySeries series, OptionalInt asOf) {
        if (backtest == null) {
            return Forecaster.refusal(
                    series,
                    "needs at least " + Calibration.FEWEST
                            + " forecasts of its own past, or of series like it, to know its" + " error; there are "
                            + forecasts);
        }
        List<Course> courses = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        for (int method = 0; method < ForecastMethod.ALL.size(); method++) {
            if (chosen.needs(method)) {
                courses.add(ForecastMethod.ALL.get(method).fit(series, panel));
                weights.add(chosen.weights()[method]);
            }
        }
        double restlessness = Calibration.restlessness(series);
        boolean neverNegative = Arrays.stream(series.observed().values()).noneMatch(value -> value < 0);
        int origin = asOf.orElse(series.lastDay());
        List<ForecastPoint> points = new ArrayList<>(horizon);
        for (int day = origin + 1; day <= origin + horizon; day++) {
            int ahead = day - series.lastDay();
            double middle = 0;
            for (int i = 0; i < courses.size(); i++) {
                middle += weights.get(i) * courses.get(i).at(ahead);
            }
            Band[] bands = new Band[Band.PROBABILITIES.length];
            for (int i = 0; i < bands.length; i++) {
                double width = calibration.width(i, restlessness, ahead / series.spacing());
                bands[i] = new Band(
                        Band.PROBABILITIES[i],
                        possible(series.nature().value(middle - width), neverNegative),
                        possible(series.nature().value(middle + width), neverNegative));
            }
            points.add(new ForecastPoint(
                    LocalDate.ofEpochDay(day), possible(series.nature().value(middle), neverNegative), List.of(bands)));
        }
        return new Forecast(
                series.group(),
                Optional.of(chosen.id()),
                Optional.of(LocalDate.ofEpochDay(series.lastDay())),
                points,
                Optional.of(backtest),
                series.notes());
    }

    private static double possible(double value, boolean neverNegative) {
        return neverNegative ? Math.max(0, value) : value;
    }
}
