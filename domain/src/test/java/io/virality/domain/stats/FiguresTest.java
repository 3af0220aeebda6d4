package io.virality.domain.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.virality.domain.ForManySeeds;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class FiguresTest {

    @ParameterizedTest
    @CsvFileSource(resources = "correlated_columns.csv", useHeadersInDisplayName = true)
    void correlations_are_those_of_scipy(
            String x, String y, int n, double spearman, double pearson, double p, double low, double high) {
        Figures figures = figures(x, y);

        assertEquals(spearman, figures.correlation(Correlation.Method.SPEARMAN, "x", "y"), 1e-12);
        double coefficient = figures.correlation(Correlation.Method.PEARSON, "x", "y");
        assertEquals(pearson, coefficient, 1e-12);
        Correlation correlation = Correlation.Method.PEARSON.correlation(coefficient, n);
        assertEquals(p, correlation.pValue(), 1e-9);
        assertEquals(low, correlation.interval(.95).low(), 1e-9);
        assertEquals(high, correlation.interval(.95).high(), 1e-9);
    }

    @Test
    void equal_values_have_no_correlation() {
        Figures figures = figures(".1 .1 .1 .1", "1 2 3 4");

        for (Correlation.Method method : Correlation.Method.values()) {
            assertEquals(Double.NaN, figures.correlation(method, "x", "y"));
            assertEquals(Double.NaN, figures.correlation(method, "y", "x"));
            assertEquals(Double.NaN, figures.correlation(method, "x", "nothing"));
        }
    }

    @Test
    void the_two_zeros_are_one_value() {
        assertEquals(0, figures("0 -0.0 1", "1 -1 0").correlation(Correlation.Method.SPEARMAN, "x", "y"), 1e-15);
    }

    @Test
    void units_followed_by_others_are_known_together() {
        Figures all = new Figures(Map.of("x", new double[] {1, Double.NaN}, "y", new double[] {3, 4}))
                .and(new Figures(Map.of("x", new double[] {2}, "y", new double[] {Double.NaN})));

        assertArrayEquals(new double[] {1, Double.NaN, 2}, all.column("x"));
        assertArrayEquals(new double[] {3, 4, Double.NaN}, all.column("y"));
        assertEquals(1, all.known("x", "y"));
        assertEquals(2, all.known("x", "x"));
    }

    @Test
    void it_says_what_it_knows() {
        Figures figures = figures("1 NaN 3", "NaN NaN NaN");

        assertEquals(List.of("x", "y"), figures.names());
        assertEquals(3, figures.size());
        assertTrue(figures.knows("x"));
        assertFalse(figures.knows("y"));
        assertFalse(figures.knows("z"));
        assertArrayEquals(new double[] {3, 1}, figures.at(2, 0).column("x"));
        assertEquals(0, Figures.NONE.size());
    }

    @Test
    void columns_are_equally_long() {
        assertThrows(IllegalArgumentException.class, () -> figures("1 2", "1"));
    }

    @ForManySeeds
    void a_unit_taken_twice_counts_as_two(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] x = random.ints(20, 0, 8).asDoubleStream().toArray();
        double[] y = random.ints(20, 0, 8).asDoubleStream().toArray();
        int[] times = random.ints(20, 0, 3).toArray();
        int[] drawn = IntStream.range(0, 20)
                .flatMap(i -> IntStream.generate(() -> i).limit(times[i]))
                .toArray();
        Figures figures = new Figures(columns(x, y));

        assertEquals(
                figures.at(drawn).correlation(Correlation.Method.SPEARMAN, "x", "y"),
                Ranks.correlation(figures.ranks("x"), figures.ranks("y"), times),
                1e-12);
    }

    @ForManySeeds
    void an_influence_is_what_a_little_more_of_a_unit_changes(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Ranks x = Ranks.of(random.ints(15, 0, 10).asDoubleStream().toArray());
        Ranks y = Ranks.of(random.doubles(15).toArray());
        double[] influences = Ranks.influences(x, y);
        int each = 100_000;
        int[] times = new int[15];

        assertEquals(0, Arrays.stream(influences).sum(), 1e-9);
        for (int i = 0; i < 15; i++) {
            Arrays.fill(times, each);
            times[i] += 15;
            double change = Ranks.correlation(x, y, times) - Ranks.correlation(x, y);
            assertEquals(influences[i], change * each, 2e-3 * (1 + Math.abs(influences[i])));
        }
    }

    private static Figures figures(String x, String y) {
        return new Figures(columns(numbers(x), numbers(y)));
    }

    private static Map<String, double[]> columns(double[] x, double[] y) {
        Map<String, double[]> columns = new LinkedHashMap<>();
        columns.put("x", x);
        columns.put("y", y);
        return columns;
    }

    private static double[] numbers(String text) {
        return Arrays.stream(text.split(" "))
                .mapToDouble(number -> number.equals("nan") ? Double.NaN : Double.parseDouble(number))
                .toArray();
    }
}
