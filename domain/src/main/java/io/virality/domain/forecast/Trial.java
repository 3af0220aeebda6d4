package io.virality.domain.forecast;

import io.virality.domain.stats.Bootstrap;
import io.virality.domain.stats.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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

    /** With fewer series, drawing them anew says too little of what others would give. */
    private static final int FEWEST_SERIES_TO_DRAW = 10;

    /** With fewer forecasts a class of horizons says nothing about which method is better. */
    private static final int FEWEST_TO_JUDGE = 20;

    private static final int REPLICATES = 1_000;
    private static final long SEED = 13;

    private final RollingOrigins origins;
    private final int horizon;
    private final int[] counts = new int[HORIZONS.length];
    private final List<Tried> tried = new ArrayList<>();
    private final Tried lastValue;
    private final Tried drift;
    private final Tried combination;
    private final Tried chosen;

    Trial(RollingOrigins origins, int horizon) {
        this.origins = origins;
        this.horizon = horizon;
        for (int method = 0; method < origins.methods().size(); method++) {
            tried.add(new Tried(Candidate.of(method, origins.methods())));
        }
        this.lastValue = tried(Candidate.BASELINE);
        this.drift = tried(Drift.ID);
        count();
        List<Tried> ranking = tried.stream()
                .sorted(Comparator.comparingDouble(Tried::relativeError))
                .toList();
        this.combination = new Tried(mean(different(ranking)));
        tried.add(combination);
        Tried best = ranking.get(0);
        this.chosen = combination.relativeError() < MUCH_BETTER * best.relativeError() ? combination : best;
    }

    private Tried tried(String id) {
        return tried.stream()
                .filter(each -> each.candidate.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private void count() {
        for (int row = 0; row < origins.size(); row++) {
            counts[horizonClass(origins.days(row))] += Double.isFinite(part(row, 1)) ? 1 : 0;
        }
    }

    /** The best, of a method and its correction only the better: means are good of what errs in different ways. */
    private List<Tried> different(List<Tried> ranking) {
        Map<String, Tried> byKin = new LinkedHashMap<>();
        for (Tried each : ranking) {
            byKin.putIfAbsent(origins.methods().get(tried.indexOf(each)).kin(), each);
        }
        return byKin.values().stream().limit(COMBINED).toList();
    }

    /** The best methods, each with an equal part: weights that are fitted to little are worse. */
    private Candidate mean(List<Tried> best) {
        double[] weights = new double[origins.methods().size()];
        for (Tried one : best) {
            for (int method = 0; method < weights.length; method++) {
                weights[method] += one.candidate.weights()[method] / best.size();
            }
        }
        return new Candidate(COMBINATION, weights);
    }

    /** What answers. */
    Candidate chosen() {
        return chosen.candidate;
    }

    /** How wide its bands must be. */
    Calibration calibration() {
        return Calibration.of(origins, chosen.forecasts, row -> true);
    }

    /** An error as a part of the value, or of the typical change. */
    private double part(int row, double error) {
        return nature() == Nature.LEVEL ? error : error / origins.naive(row);
    }

    private Nature nature() {
        return origins.members().get(0).nature();
    }

    private static int horizonClass(int days) {
        int its = 0;
        while (days > HORIZONS[its]) {
            its++;
        }
        return its;
    }

    /** A candidate, what it forecast, and its errors: their sums by class of horizons and series. */
    private final class Tried {

        private final Candidate candidate;
        private final double[] forecasts;
        private final double[][] errors =
                new double[HORIZONS.length][origins.members().size()];

        Tried(Candidate candidate) {
            this.candidate = candidate;
            this.forecasts = origins.predicted(candidate);
            for (int row = 0; row < origins.size(); row++) {
                double part = part(row, Math.abs(origins.actual(row) - forecasts[row]));
                if (Double.isFinite(part)) {
                    errors[horizonClass(origins.days(row))][origins.series(row)] += part;
                }
            }
        }

        double relativeError() {
            return ratio(lastValue, null);
        }

        /**
         * Its error as a part of another's: the mean over classes of horizons, so that the near ones, of which there are more,
         * do not decide alone.
         *
         * @param times how often each series is taken; {@code null} for once
         */
        double ratio(Tried other, int[] times) {
            double sum = 0;
            int classes = 0;
            for (int its = 0; its < HORIZONS.length; its++) {
                double theirs = counts[its] < FEWEST_TO_JUDGE ? 0 : sum(other.errors[its], times);
                if (theirs > 0) {
                    sum += sum(errors[its], times) / theirs;
                    classes++;
                }
            }
            return classes == 0 ? 1 : sum / classes;
        }

        private static double sum(double[] errors, int[] times) {
            double sum = 0;
            for (int series = 0; series < errors.length; series++) {
                sum += times == null ? errors[series] : times[series] * errors[series];
            }
            return sum;
        }

        /** Forecasts of one series are alike: whole series are drawn anew. */
        Backtest.Comparison comparison(Tried other) {
            int[] series = IntStream.range(0, origins.size())
                    .map(origins::series)
                    .distinct()
                    .sorted()
                    .toArray();
            double ratio = ratio(other, null);
            if (series.length < FEWEST_SERIES_TO_DRAW || other == this) {
                return new Backtest.Comparison(ratio, Optional.empty());
            }
            Bootstrap drawn = Bootstrap.ofClusters(
                    IntStream.range(0, series.length).toArray(),
                    times -> {
                        int[] all = new int[origins.members().size()];
                        for (int i = 0; i < series.length; i++) {
                            all[series[i]] = times[i];
                        }
                        return ratio(other, all);
                    },
                    REPLICATES,
                    SEED);
            return new Backtest.Comparison(ratio, Optional.of(drawn.interval(Interval.USUAL_CONFIDENCE)));
        }
    }

    Backtest backtest() {
        Score[] baseline = scores(lastValue);
        return new Backtest(
                nature(),
                (int) IntStream.range(0, origins.size())
                        .map(origins::series)
                        .distinct()
                        .count(),
                origins.origins(),
                chosen.candidate.id(),
                IntStream.range(0, origins.methods().size())
                        .filter(combination.candidate::needs)
                        .mapToObj(method -> origins.methods().get(method).id())
                        .toList(),
                tried.parallelStream().map(each -> method(each, baseline)).toList());
    }

    private Backtest.Method method(Tried one, Score[] baseline) {
        Score[] scores = one == lastValue ? baseline : scores(one);
        List<Accuracy> byHorizon = new ArrayList<>();
        for (int i = 0; i < HORIZONS.length && (i == 0 || HORIZONS[i - 1] < horizon); i++) {
            byHorizon.add(
                    scores[i].accuracy(i == 0 ? 1 : HORIZONS[i - 1] + 1, Math.min(horizon, HORIZONS[i]), baseline[i]));
        }
        return new Backtest.Method(
                one.candidate.id(),
                one.comparison(lastValue),
                one.comparison(drift),
                new Score(scores).accuracy(1, horizon, new Score(baseline)),
                byHorizon);
    }

    /** By class of horizons; each series is forecast with bands of others. */
    private Score[] scores(Tried one) {
        boolean bySeries = origins.members().size() >= FEWEST_SERIES_TO_SPLIT;
        IntPredicate even = row -> (bySeries ? origins.series(row) : origins.origin(row)) % 2 == 0;
        Calibration fromEven = Calibration.of(origins, one.forecasts, even);
        Calibration fromOdd = Calibration.of(origins, one.forecasts, even.negate());
        Score[] scores = Stream.generate(Score::new).limit(HORIZONS.length).toArray(Score[]::new);
        for (int row = 0; row < origins.size(); row++) {
            scores[horizonClass(origins.days(row))].add(one.forecasts[row], row, even.test(row) ? fromOdd : fromEven);
        }
        return scores;
    }

    /** Sums over forecasts. */
    private final class Score {

        private long count;
        private double parts;
        private double scaled;
        private long scaledCount;
        private double pinball;
        private final long[] covered = new long[Band.PROBABILITIES.length];
        private final double[] bySeries = new double[origins.members().size()];

        Score(Score... parts) {
            for (Score part : parts) {
                count += part.count;
                this.parts += part.parts;
                scaled += part.scaled;
                scaledCount += part.scaledCount;
                pinball += part.pinball;
                Arrays.setAll(covered, i -> covered[i] + part.covered[i]);
                Arrays.setAll(bySeries, i -> bySeries[i] + part.bySeries[i]);
            }
        }

        void add(double forecast, int row, Calibration calibration) {
            Nature nature = nature();
            double actual = nature.value(origins.actual(row));
            double error = Math.abs(actual - nature.value(forecast));
            bySeries[origins.series(row)] += Math.abs(origins.actual(row) - forecast);
            count++;
            parts += error / Math.abs(actual);
            double scale = calibration.scale(origins.logRestlessness(row), origins.logSteps(row));
            double loss = 0;
            for (int i = 0; i < covered.length; i++) {
                double width = calibration.width(i, scale);
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

        Accuracy accuracy(int from, int to, Score baseline) {
            Map<Double, Double> coverage = new TreeMap<>();
            for (int i = 0; i < covered.length; i++) {
                coverage.put(Band.PROBABILITIES[i], (double) covered[i] / count);
            }
            return new Accuracy(
                    from,
                    to,
                    count,
                    nature() == Nature.LEVEL ? parts / count : Double.NaN,
                    scaled / scaledCount,
                    pinball / scaledCount,
                    coverage,
                    beats(baseline));
        }

        /** The part of series with a smaller error than the last value has. */
        private double beats(Score baseline) {
            int better = 0;
            int compared = 0;
            for (int i = 0; i < bySeries.length; i++) {
                compared += bySeries[i] > 0 || baseline.bySeries[i] > 0 ? 1 : 0;
                better += bySeries[i] < baseline.bySeries[i] ? 1 : 0;
            }
            return compared == 0 ? 0 : (double) better / compared;
        }
    }
}
