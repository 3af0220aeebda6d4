package io.virality.domain.forecast;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What is learnt from the series of one class: the method for them, and how wide its bands must be. */
final class Prospect {

    private final int horizon;
    private final List<DailySeries> members;
    private final List<ForecastMethod> methods = new ArrayList<>(ForecastMethod.SIMPLE);
    private final List<ForecastMethod.Extrapolation> learnt = new ArrayList<>();
    private final Optional<String> withoutModel;
    private final int forecasts;
    private Candidate chosen;
    private Calibration calibration;
    private Backtest backtest;

    Prospect(List<DailySeries> members, int horizon, GrowthLearner learner) {
        this.horizon = horizon;
        this.members = members;
        List<DailySeries> sample = sample(members);
        GlobalModel model = new GlobalModel(sample, horizon, learner);
        this.withoutModel = model.missing();
        if (withoutModel.isEmpty()) {
            methods.add(model);
        }
        RollingOrigins origins = new RollingOrigins(sample, methods, horizon);
        this.forecasts = origins.size();
        if (forecasts >= Calibration.FEWEST) {
            Trial trial = new Trial(origins, horizon);
            this.chosen = trial.chosen();
            this.calibration = trial.calibration();
            this.backtest = trial.backtest();
            for (int method = 0; method < methods.size(); method++) {
                learnt.add(chosen.needs(method) ? methods.get(method).over(members) : null);
            }
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
            return Forecaster.refusal(series, missing());
        }
        Course course = course(series);
        return new Forecast(
                series.group(),
                Optional.of(chosen.id()),
                Optional.of(LocalDate.ofEpochDay(series.lastDay())),
                new ForecastPath(series, course, calibration, asOf.orElse(series.lastDay()), horizon),
                Optional.of(backtest),
                notes(series));
    }

    private List<String> notes(DailySeries series) {
        List<String> notes = new ArrayList<>(series.notes());
        withoutModel.ifPresent(notes::add);
        return notes;
    }

    /** Why no model of all series was tried; empty if one was, or nothing was. */
    Optional<String> withoutModel() {
        return backtest().flatMap(any -> withoutModel);
    }

    /** The mean of the chosen methods' courses. */
    private Course course(DailySeries series) {
        List<Course> courses = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        for (int method = 0; method < methods.size(); method++) {
            if (chosen.needs(method)) {
                courses.add(learnt.get(method).of(series));
                weights.add(chosen.weights()[method]);
            }
        }
        return days -> {
            double mean = 0;
            for (int i = 0; i < courses.size(); i++) {
                mean += weights.get(i) * courses.get(i).at(days);
            }
            return mean;
        };
    }
}
