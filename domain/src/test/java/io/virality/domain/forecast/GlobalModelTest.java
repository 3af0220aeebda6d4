package io.virality.domain.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GlobalModelTest {

    private static final int DAYS = 120;
    private static final int HORIZON = 14;
    private static final int SHOWN = 6;

    /** What goes with growth, a straight line by the driver that goes with it most. */
    private static GrowthLearner.Predictor line(double[][] rows, double[] growth) {
        double mean = Arrays.stream(growth).average().orElseThrow();
        int best = 0;
        double slope = 0;
        double usual = 0;
        double most = 0;
        for (int j = 0; j < rows[0].length; j++) {
            int column = j;
            double centre = Arrays.stream(rows)
                    .mapToDouble(row -> row[column])
                    .average()
                    .orElseThrow();
            double together = 0;
            double alone = 0;
            for (int i = 0; i < rows.length; i++) {
                together += (rows[i][j] - centre) * (growth[i] - mean);
                alone += (rows[i][j] - centre) * (rows[i][j] - centre);
            }
            if (alone > 0 && together * together / alone > most) {
                most = together * together / alone;
                best = j;
                slope = together / alone;
                usual = centre;
            }
        }
        int driver = best;
        double byDriver = slope;
        double around = usual;
        return unknown -> Arrays.stream(unknown)
                .mapToDouble(row -> mean + byDriver * (row[driver] - around))
                .toArray();
    }

    /** Who won much in a week wins nothing in the next, and the other way round: no trend knows that. */
    private static List<DailySeries> alternating(int creators, int days) {
        Random random = new Random(3);
        List<DailySeries> series = new ArrayList<>();
        for (int i = 0; i < creators; i++) {
            int phase = random.nextInt(2);
            double strength = .001 + .004 * random.nextDouble();
            double size = 12 + random.nextGaussian();
            double[] counts = new double[DAYS];
            for (int day = 0; day < DAYS; day++) {
                size += ((day / 7 + phase) % 2 == 0 ? strength : 0) + .0001 * random.nextGaussian();
                counts[day] = Math.rint(Math.exp(size));
            }
            series.add(DailySeries.of(
                    "creator" + i,
                    IntStream.range(0, days).mapToDouble(day -> day).toArray(),
                    Arrays.copyOf(counts, days)));
        }
        return series;
    }

    private static Forecaster forecaster() {
        return new Forecaster(HORIZON, OptionalInt.empty(), GlobalModelTest::line);
    }

    private static Backtest.Method method(Backtest backtest, String id) {
        return backtest.methods().stream()
                .filter(method -> method.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void what_all_creators_have_in_common_is_learnt_from_all_of_them() {
        Backtest backtest =
                forecaster().backtest("all", alternating(60, DAYS)).backtests().get(0);
        double alone = method(backtest, "panel-drift").relativeError();
        double corrected = method(backtest, "global-model").relativeError();
        assertTrue(corrected < .9 * alone, corrected + " after " + alone);
    }

    @Test
    void few_creators_are_told_to_be_too_few() {
        Report report = forecaster().backtest("all", alternating(49, DAYS));
        assertEquals(
                List.of(
                        "no global model was tried: it needs at least 50 series observed at least once a week over 28 days;"
                                + " there are 49"),
                report.notes());
        assertTrue(report.backtests().get(0).methods().stream()
                .noneMatch(method -> method.id().equals("global-model")));
    }

    @Test
    void of_a_method_and_its_correction_only_one_is_part_of_a_combination() {
        List<String> combined = forecaster()
                .backtest("all", alternating(60, DAYS))
                .backtests()
                .get(0)
                .combined();
        assertTrue(!combined.contains("panel-drift") || !combined.contains("global-model"), combined::toString);
    }

    @Test
    void it_learns_only_from_growth_that_was_over() {
        List<DailySeries> all = alternating(60, DAYS);
        GlobalModel told = new GlobalModel(all, HORIZON, GlobalModelTest::line);
        List<DailySeries> then = all.stream().map(each -> each.until(DAYS - 40)).toList();
        List<DailySeries> changed = IntStream.range(0, all.size())
                .mapToObj(i -> DailySeries.of(
                        "creator" + i,
                        IntStream.range(0, DAYS).mapToDouble(day -> day).toArray(),
                        DoubleStream.concat(
                                        Arrays.stream(all.get(i).observed().values(), 0, DAYS - 39),
                                        new Random(i).doubles(39, 1e5, 1.1e5))
                                .toArray()))
                .toList();
        GlobalModel toldOtherwise = new GlobalModel(changed, HORIZON, GlobalModelTest::line);
        for (int i = 0; i < SHOWN; i++) {
            assertEquals(
                    told.over(then).of(then.get(i)).at(HORIZON),
                    toldOtherwise.over(then).of(then.get(i)).at(HORIZON));
        }
    }
}
