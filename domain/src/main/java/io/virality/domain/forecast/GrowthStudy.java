package io.virality.domain.forecast;

import io.virality.domain.model.Metric;
import io.virality.domain.model.Metric.Figure;
import io.virality.domain.stats.Bootstrap;
import io.virality.domain.stats.Interval;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What a learner is worth, and what it goes by: it tells the growth of creators that it has not seen, in a time after all that
 * it has learnt from.
 */
final class GrowthStudy {

    /** With fewer creators on either side no error is to be told. */
    static final int FEWEST_CREATORS = 50;

    static final String ERROR = "error";
    static final String IMPORTANCE = "importance of ";
    static final String EFFECT = "effect of ";

    /** How often it learns to be judged. */
    static final int FOLDS = 5;

    private static final int REPLICATES = 1_000;

    private final List<GrowthRow> older;
    private final List<GrowthRow> newer;
    private final long seed;

    /**
     * A growth that was told.
     *
     * @param model by the model
     * @param drift by panel-drift
     * @param worse by driver, how much larger the error is if that driver is dealt out at random
     * @param effects by driver, how much more is told at its upper quartile than at its lower
     */
    private record Judged(GrowthRow row, double model, double drift, double[] worse, double[] effects) {

        double error(double told) {
            return Math.abs(row.growth() - told);
        }
    }

    GrowthStudy(List<GrowthRow> rows, long seed) {
        this.seed = seed;
        int[] origins =
                rows.stream().mapToInt(GrowthRow::origin).distinct().sorted().toArray();
        int first = origins.length == 0 ? 0 : origins[origins.length - Math.max(1, origins.length / 3)];
        this.older = rows.stream().filter(row -> row.origin() < first).toList();
        this.newer = rows.stream().filter(row -> row.origin() >= first).toList();
    }

    /** What is missing to judge anything, in words. */
    Optional<String> missing() {
        long creators = Math.min(creators(older), creators(newer));
        return creators >= FEWEST_CREATORS
                ? Optional.empty()
                : Optional.of("needs at least " + FEWEST_CREATORS + " creators whose followers were counted over "
                        + 3 * GrowthRow.DAYS + " days, at least once a week; there are " + creators);
    }

    private static long creators(List<GrowthRow> rows) {
        return rows.stream().mapToInt(GrowthRow::creator).distinct().count();
    }

    /** Errors first, then drivers, the most important first. */
    List<Metric> judge(GrowthLearner learner) {
        GrowthFeatures features = GrowthFeatures.of(older);
        List<Judged> judged = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            int its = fold;
            judged.addAll(judge(
                    learner,
                    features,
                    older.stream().filter(row -> row.creator() % FOLDS != its).toList(),
                    newer.stream().filter(row -> row.creator() % FOLDS == its).toList()));
        }
        judged.sort(Comparator.comparingInt((Judged each) -> each.row().creator())
                .thenComparingInt(each -> each.row().origin()));
        List<Metric> metrics = new ArrayList<>();
        metrics.add(compared(
                ERROR,
                "mean absolute error of the growth in thirty days (natural logarithm) of creators not learnt from, in the"
                        + " time after; the baseline is panel-drift",
                judged,
                Judged::drift));
        metrics.add(compared(ERROR + " beside last-value", "the same; the baseline is no growth", judged, each -> 0));
        IntStream.range(0, features.compared().size())
                .boxed()
                .map(driver -> importance(features.compared().get(driver).driver(), driver, judged))
                .sorted(Comparator.comparingDouble(
                        (Metric metric) -> -metric.model().value()))
                .forEach(metrics::add);
        IntStream.range(0, features.compared().size())
                .mapToObj(driver -> effect(features.compared().get(driver), driver, judged))
                .forEach(metrics::add);
        return metrics;
    }

    private List<Judged> judge(
            GrowthLearner learner, GrowthFeatures features, List<GrowthRow> training, List<GrowthRow> test) {
        if (training.isEmpty() || test.isEmpty()) {
            return List.of();
        }
        GrowthLearner.Predictor model = learner.learn(features.rows(training), GrowthFeatures.growth(training));
        double[][] rows = features.rows(test);
        double[] told = model.predict(rows);
        int drivers = features.compared().size();
        double[][] worse = new double[test.size()][drivers];
        double[][] effects = new double[test.size()][drivers];
        for (int driver = 0; driver < drivers; driver++) {
            SplittableRandom random = new SplittableRandom(seed + driver);
            double[] wrong = model.predict(with(rows, driver, shuffled(rows, driver, random)));
            for (int i = 0; i < wrong.length; i++) {
                double growth = test.get(i).growth();
                worse[i][driver] = Math.abs(growth - wrong[i]) - Math.abs(growth - told[i]);
            }
            GrowthFeatures.Compared its = features.compared().get(driver);
            double[] low = model.predict(with(rows, driver, filled(rows.length, its.lower())));
            double[] high = model.predict(with(rows, driver, filled(rows.length, its.upper())));
            for (int i = 0; i < low.length; i++) {
                effects[i][driver] = high[i] - low[i];
            }
        }
        return IntStream.range(0, test.size())
                .mapToObj(i -> new Judged(test.get(i), told[i], test.get(i).usual(), worse[i], effects[i]))
                .toList();
    }

    private static double[] filled(int size, double value) {
        return IntStream.range(0, size).mapToDouble(i -> value).toArray();
    }

    private static double[] shuffled(double[][] rows, int driver, SplittableRandom random) {
        double[] values = IntStream.range(0, rows.length)
                .mapToDouble(i -> rows[i][driver])
                .toArray();
        for (int i = values.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            double value = values[i];
            values[i] = values[other];
            values[other] = value;
        }
        return values;
    }

    private static double[][] with(double[][] rows, int driver, double[] values) {
        return IntStream.range(0, rows.length)
                .mapToObj(i -> {
                    double[] row = rows[i].clone();
                    row[driver] = values[i];
                    return row;
                })
                .toArray(double[][]::new);
    }

    private Metric compared(String name, String definition, List<Judged> judged, ToDoubleFunction<Judged> baseline) {
        return new Metric(
                name,
                definition + "; intervals by drawing creators anew",
                false,
                figure(judged, each -> each.error(each.model())),
                Optional.of(figure(judged, each -> each.error(baseline.applyAsDouble(each)))),
                Optional.of(
                        figure(judged, each -> each.error(baseline.applyAsDouble(each)) - each.error(each.model()))));
    }

    private Metric importance(GrowthDriver driver, int place, List<Judged> judged) {
        return Metric.alone(
                IMPORTANCE + driver.id(),
                "by how much the error grows if " + driver.words() + " is dealt out to the creators at random",
                true,
                figure(judged, each -> each.worse()[place]));
    }

    private Metric effect(GrowthFeatures.Compared compared, int place, List<Judged> judged) {
        GrowthDriver driver = compared.driver();
        Figure figure = figure(judged, each -> each.effects()[place]);
        Interval interval = figure.interval().orElseThrow();
        String difference = interval.low() > 0 || interval.high() < 0
                ? String.format(
                        Locale.ROOT,
                        "%.1f %% %s followers after thirty days",
                        Math.abs(100 * Math.expm1(figure.value())),
                        figure.value() > 0 ? "more" : "fewer")
                : "as many followers after thirty days, as far as can be told";
        return Metric.alone(
                EFFECT + driver.id(),
                String.format(
                        Locale.ROOT,
                        "at its upper quartile (%s) rather than its lower (%s), and all else alike, a creator has %s: what"
                                + " goes together, not what causes it",
                        driver.told(compared.upper()),
                        driver.told(compared.lower()),
                        difference),
                true,
                figure);
    }

    private Figure figure(List<Judged> judged, ToDoubleFunction<Judged> each) {
        double[] values = judged.stream().mapToDouble(each).toArray();
        int[] clusters = new int[values.length];
        for (int i = 1; i < clusters.length; i++) {
            boolean same =
                    judged.get(i).row().creator() == judged.get(i - 1).row().creator();
            clusters[i] = clusters[i - 1] + (same ? 0 : 1);
        }
        Bootstrap bootstrap = Bootstrap.ofClusters(
                clusters,
                times -> {
                    double sum = 0;
                    int count = 0;
                    for (int i = 0; i < values.length; i++) {
                        sum += times[i] * values[i];
                        count += times[i];
                    }
                    return sum / count;
                },
                REPLICATES,
                seed);
        return Figure.of(bootstrap.value(), bootstrap.interval(Interval.USUAL_CONFIDENCE));
    }
}
