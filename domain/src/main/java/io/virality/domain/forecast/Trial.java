package io.virality.domain.forecast;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Judges the methods by their forecasts of the past, and chooses one or a mixture of the best. */
final class Trial {

    private static final String COMBINATION = "combination";
    private static final int COMBINED = 3;

    /** A mixture that is hardly better than the best method alone is not worth its explanation. */
    private static final double MUCH_BETTER = .98;

    /** The last day of each class of horizons. */
    private static final int[] HORIZONS = {7, 14, 30, 60, Forecaster.FARTHEST};

    /** With fewer series, bands are checked on other origins instead of on other series. */
    private static final int FEWEST_SERIES_TO_SPLIT = 20;

    /** With fewer forecasts a class of horizons says nothing about which method is better. */
    private static final int FEWEST_TO_JUDGE = 20;

    private final RollingOrigins origins;
    private final int horizon;
    private final List<Candidate> candidates = new ArrayList<>();
    private final Map<String, Double> relativeErrors = new TreeMap<>();
    private final Candidate combination;
    private final Candidate chosen;

    Trial(RollingOrigins origins, int horizon) {
        this.origins = origins;
        this.horizon = horizon;
        double[][] baseline = errors(Candidate.of(0));
        for (int method = 0; method < ForecastMethod.ALL.size(); method++) {
            add(Candidate.of(method), baseline);
        }
        Candidate best = best();
        this.combination = combine();
        add(combination, baseline);
        this.chosen =
                relativeErrors.get(COMBINATION) < MUCH_BETTER * relativeErrors.get(best.id()) ? combination : best;
    }

    private Candidate best() {
        return candidates.stream()
                .min(Comparator.comparingDouble(each -> relativeErrors.get(each.id())))
                .orElseThrow();
    }

    private void add(Candidate candidate, double[][] baseline) {
        candidates.add(candidate);
        relativeErrors.put(candidate.id(), relativeError(errors(candidate), baseline));
    }

    /** The best methods, each with an equal part: weights that are fitted to little are worse. */
    private Candidate combine() {
        List<Candidate> best = candidates.stream()
                .sorted(Comparator.comparingDouble(each -> relativeErrors.get(each.id())))
                .limit(COMBINED)
                .toList();
        double[] weights = new double[ForecastMethod.ALL.size()];
        for (Candidate one : best) {
            for (int method = 0; method < weights.length; method++) {
                weights[method] += one.weights()[method] / best.size();
            }
        }
        return new Candidate(COMBINATION, weights);
    }

    /** What answers. */
    Candidate chosen() {
        return chosen;
    }

    /** By class of horizons, the sum of absolute errors and their number: as parts of the value, or of the typical change. */
    private double[][] errors(Candidate candidate) {
        double[][] errors = new double[HORIZONS.length][2];
        for (int row = 0; row < origins.size(); row++) {
            double error = Math.abs(origins.actual(row) - origins.predicted(candidate, row));
            boolean level = origins.members().get(origins.series(row)).nature() == Nature.LEVEL;
            double scaled = level ? error : error / origins.naive(row);
            if (Double.isFinite(scaled)) {
                double[] its = errors[horizonClass(origins.days(row))];
                its[0] += scaled;
                its[1]++;
            }
        }
        return errors;
    }

    private static int horizonClass(int days) {
        int its = 0;
        while (days > HORIZONS[its]) {
            its++;
        }
        return its;
    }

    /** The mean over classes of horizons, so that the near ones, of which there are more, do not decide alone. */
    private static double relativeError(double[][] errors, double[][] baseline) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < errors.length; i++) {
            if (baseline[i][1] >= FEWEST_TO_JUDGE && baseline[i][0] > 0) {
                sum += errors[i][0] / baseline[i][0];
                count++;
            }
        }
        return count == 0 ? 1 : sum / count;
    }

    Backtest backtest() {
        List<Backtest.Method> methods = candidates.stream().map(this::method).toList();
        return new Backtest(
                origins.members().get(0).nature(),
                (int) IntStream.range(0, origins.size())
                        .map(origins::series)
                        .distinct()
                        .count(),
                origins.origins(),
                chosen.id(),
                IntStream.range(0, ForecastMethod.ALL.size())
                        .filter(combination::needs)
                        .mapToObj(method -> ForecastMethod.ALL.get(method).id())
                        .toList(),
                methods);
    }

    private Backtest.Method method(Candidate candidate) {
        boolean bySeries = origins.members().size() >= FEWEST_SERIES_TO_SPLIT;
        IntPredicate even = row -> (bySeries ? origins.series(row) : origins.origin(row)) % 2 == 0;
        Calibration fromEven = Calibration.of(origins, candidate, even);
        Calibration fromOdd = Calibration.of(origins, candidate, even.negate());
        List<Accuracy> byHorizon = new ArrayList<>();
        for (int i = 0; i < HORIZONS.length && (i == 0 || HORIZONS[i - 1] < horizon); i++) {
            int its = i;
            IntPredicate rows = row -> horizonClass(origins.days(row)) == its;
            Score score = new Score();
            for (int row = 0; row < origins.size(); row++) {
                if (rows.test(row)) {
                    score.add(candidate, row, even.test(row) ? fromOdd : fromEven);
                }
            }
            byHorizon.add(score.accuracy(
                    i == 0 ? 1 : HORIZONS[i - 1] + 1, Math.min(horizon, HORIZONS[i]), beats(candidate, rows)));
        }
        Score all = new Score();
        for (int row = 0; row < origins.size(); row++) {
            all.add(candidate, row, even.test(row) ? fromOdd : fromEven);
        }
        return new Backtest.Method(
                candidate.id(),
                relativeErrors.get(candidate.id()),
                all.accuracy(1, horizon, beats(candidate, row -> true)),
                byHorizon);
    }

    /** The part of series with a smaller error than the last value has. */
    private double beats(Candidate candidate, IntPredicate rows) {
        double[] errors = errorBySeries(candidate, rows);
        double[] lastValue = errorBySeries(Candidate.of(0), rows);
        int better = 0;
        int compared = 0;
        for (int i = 0; i < errors.length; i++) {
            compared += errors[i] > 0 || lastValue[i] > 0 ? 1 : 0;
            better += errors[i] < lastValue[i] ? 1 : 0;
        }
        return compared == 0 ? 0 : (double) better / compared;
    }

    private double[] errorBySeries(Candidate candidate, IntPredicate rows) {
        double[] sums = new double[origins.members().size()];
        for (int row = 0; row < origins.size(); row++) {
            if (rows.test(row)) {
                sums[origins.series(row)] += Math.abs(origins.actual(row) - origins.predicted(candidate, row));
            }
        }
        return sums;
    }

    /** Sums over forecasts. */
    private final class Score {

        private long count;
        private double parts;
        private double scaled;
        private long scaledCount;
        private double pinball;
        private final long[] covered = new long[Band.PROBABILITIES.length];

        void add(Candidate candidate, int row, Calibration calibration) {
            Nature nature = origins.members().get(origins.series(row)).nature();
            double forecast = origins.predicted(candidate, row);
            double actual = nature.value(origins.actual(row));
            double error = Math.abs(actual - nature.value(forecast));
            count++;
            parts += error / Math.abs(actual);
            double loss = 0;
            for (int i = 0; i < covered.length; i++) {
                double width = calibration.width(i, origins.restlessness(row), origins.steps(row));
                double low = nature.value(forecast - width);
                double high = nature.value(forecast + width);
                covered[i] += actual >= low && actual <= high ? 1 : 0;
                double tail = (1 - Band.PROBABILITIES[i]) / 2;
                loss += quantileLoss(actual - low, tail) + quantileLoss(actual - high, 1 - tail);
            }
            if (origins.naive(row) > 0) {
                scaled += error / origins.naive(row);
                pinball += loss / (2 * covered.length) / origins.naive(row);
                scaledCount++;
            }
        }

        private static double quantileLoss(double difference, double share) {
            return difference >= 0 ? share * difference : (share - 1) * difference;
        }

        Accuracy accuracy(int from, int to, double beats) {
            Map<Double, Double> coverage = new TreeMap<>();
            for (int i = 0; i < covered.length; i++) {
                coverage.put(Band.PROBABILITIES[i], (double) covered[i] / count);
            }
            boolean level = origins.members().get(0).nature() == Nature.LEVEL;
            return new Accuracy(
                    from,
                    to,
                    count,
                    level ? parts / count : Double.NaN,
                    scaled / scaledCount,
                    pinball / scaledCount,
                    coverage,
                    beats);
        }
    }
}
