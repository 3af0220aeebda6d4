package io.virality.domain.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Forecasts of the past by all methods, from several days, and what came. Columns of equal length, one row a forecast. */
final class RollingOrigins {

    /** More series tell no more about methods than these. */
    static final int MOST_SERIES = 120;

    private static final int FEWEST_ORIGINS = 12;
    private static final int MOST_ORIGINS = 60;
    private static final int FORECASTS_FROM_ORIGINS = 1_200;

    /** So much of the past is only learnt from. */
    private static final double PART_TO_LEARN_FROM = 1 / 3.0;

    private final List<ForecastMethod> methods;
    private int size;
    private int[] series = new int[1 << 10];
    private int[] origin = new int[1 << 10];
    private double[] logSteps = new double[1 << 10];
    private int[] days = new int[1 << 10];
    private double[] actual = new double[1 << 10];
    private double[] logRestlessness = new double[1 << 10];
    private double[] naive = new double[1 << 10];
    private final double[][] predicted;
    private final List<DailySeries> members;
    private int origins;
    private final int horizon;
    private final double spanDays;

    /**
     * Forecasts them.
     *
     * @param members of one class
     * @param methods that are tried
     * @param horizon in days
     */
    RollingOrigins(List<DailySeries> members, List<ForecastMethod> methods, int horizon) {
        this.methods = methods;
        this.predicted = new double[methods.size()][1 << 10];
        this.members = members;
        this.horizon = horizon;
        int first = members.stream()
                .mapToInt(each -> each.observed().days()[0])
                .min()
                .orElseThrow();
        int last = members.stream().mapToInt(DailySeries::lastDay).max().orElseThrow();
        double spacing = Quantiles.median(
                members.stream().mapToDouble(DailySeries::spacing).toArray());
        int wanted = Math.max(FEWEST_ORIGINS, Math.min(MOST_ORIGINS, FORECASTS_FROM_ORIGINS / members.size()));
        double from = first + (last - first) * PART_TO_LEARN_FROM;
        this.spanDays = last - from;
        double stride = Math.max(spacing, (last - spacing - from) / (wanted - 1));
        // Backwards from the newest, which are most like today.
        for (int i = 0; i < wanted && last - spacing - i * stride >= from - 1e-9; i++) {
            forecast((int) Math.floor(last - spacing - i * stride));
        }
    }

    private void forecast(int day) {
        List<DailySeries> known = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            if (members.get(i).observed().days()[0] <= day) {
                DailySeries until = members.get(i).until(day);
                if (until.size() >= Forecaster.FEWEST
                        && until.nature() == members.get(i).nature()) {
                    known.add(until);
                    places.add(i);
                }
            }
        }
        if (known.isEmpty()) {
            return;
        }
        List<ForecastMethod.Extrapolation> learnt =
                methods.stream().map(method -> method.over(known)).toList();
        int before = size;
        for (int i = 0; i < known.size(); i++) {
            compare(places.get(i), known.get(i), learnt, day);
        }
        origins += size > before ? 1 : 0;
    }

    private void compare(int place, DailySeries known, List<ForecastMethod.Extrapolation> learnt, int day) {
        DailySeries.Observed all = members.get(place).observed();
        int next = Arrays.binarySearch(all.days(), day + 1);
        next = next >= 0 ? next : -next - 1;
        if (next == all.days().length || all.days()[next] > day + horizon) {
            return;
        }
        List<Course> courses = learnt.stream().map(each -> each.of(known)).toList();
        double scale = naive(known);
        double logOfRestlessness = Math.log(Calibration.restlessness(known));
        for (int i = next; i < all.days().length && all.days()[i] <= day + horizon; i++) {
            if (known.nature() == Nature.LEVEL && !(all.values()[i] > 0)) {
                continue;
            }
            room();
            int ahead = all.days()[i] - known.lastDay();
            series[size] = place;
            origin[size] = origins;
            days[size] = all.days()[i] - day;
            logSteps[size] = Math.log(Math.max(1, ahead / known.spacing()));
            actual[size] = known.nature().scaled(all.values()[i]);
            logRestlessness[size] = logOfRestlessness;
            naive[size] = scale;
            for (int method = 0; method < predicted.length; method++) {
                predicted[method][size] = courses.get(method).at(ahead);
            }
            size++;
        }
    }

    /** The mean absolute error of the last value one observation ahead. */
    private static double naive(DailySeries known) {
        double sum = 0;
        for (int i = 1; i < known.size(); i++) {
            sum += Math.abs(known.value(i) - known.value(i - 1));
        }
        return sum / (known.size() - 1);
    }

    private void room() {
        if (size == actual.length) {
            int more = 2 * size;
            series = Arrays.copyOf(series, more);
            origin = Arrays.copyOf(origin, more);
            logSteps = Arrays.copyOf(logSteps, more);
            days = Arrays.copyOf(days, more);
            actual = Arrays.copyOf(actual, more);
            logRestlessness = Arrays.copyOf(logRestlessness, more);
            naive = Arrays.copyOf(naive, more);
            for (int method = 0; method < predicted.length; method++) {
                predicted[method] = Arrays.copyOf(predicted[method], more);
            }
        }
    }

    /** How many forecasts there are. */
    int size() {
        return size;
    }

    /** From how many days. */
    int origins() {
        return origins;
    }

    /** About how many of them say something new: those of one series that look at the same days are much alike. */
    double independentForecasts() {
        return members.size() * Math.max(1, spanDays / (double) horizon);
    }

    /** In the order of candidates' weights. */
    List<ForecastMethod> methods() {
        return methods;
    }

    List<DailySeries> members() {
        return members;
    }

    /** Whose forecast a row is, by the place among the members. */
    int series(int row) {
        return series[row];
    }

    /** From which origin, from 0. */
    int origin(int row) {
        return origin[row];
    }

    /** How many days after the origin. */
    int days(int row) {
        return days[row];
    }

    /** How many typical distances of observations after the last one: the logarithm, not below 0. */
    double logSteps(int row) {
        return logSteps[row];
    }

    /** What came, on the scale of forecasts. */
    double actual(int row) {
        return actual[row];
    }

    /** How restless its series was: the logarithm. */
    double logRestlessness(int row) {
        return logRestlessness[row];
    }

    double naive(int row) {
        return naive[row];
    }

    /** What a candidate forecast in each row, on the scale of forecasts. */
    double[] predicted(Candidate candidate) {
        double[] sums = new double[size];
        for (int method = 0; method < predicted.length; method++) {
            double weight = candidate.weights()[method];
            for (int row = 0; row < size && weight > 0; row++) {
                sums[row] += weight * predicted[method][row];
            }
        }
        return sums;
    }
}
