package io.virality.domain.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.virality.domain.efficiency.Returns;
import io.virality.domain.experiment.DifferenceInDifferences.Region;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SyntheticControlTest {

    private static final int BEFORE = 24;

    @Test
    void weights_gaps_and_placebos_are_those_of_scipy() throws IOException {
        int cases = 0;
        for (String line : lines()) {
            String[] parts = line.split("\\|");
            List<Region> regions = new ArrayList<>();
            for (String column : parts[0].split(";")) {
                double[] values = numbers(column);
                regions.add(new Region(
                        regions.isEmpty(),
                        Arrays.copyOfRange(values, 0, BEFORE),
                        Arrays.copyOfRange(values, BEFORE, values.length)));
            }
            SyntheticControl found = SyntheticControl.of(regions);
            double[] expected = numbers(parts[1]);
            for (int i = 0; i < expected.length; i++) {
                assertEquals(expected[i], found.weights().get(i), 1e-4, "weight " + i + " of case " + cases);
            }
            assertEquals(Double.parseDouble(parts[2]), found.effect(), 1e-3, "effect of case " + cases);
            assertEquals(Double.parseDouble(parts[3]), found.pValue(), 1e-12, "p of case " + cases);
            cases++;
        }
        assertEquals(6, cases);
    }

    @Test
    void weights_are_shares_and_no_share_moved_fits_better() {
        for (long seed = 0; seed < 30; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double[][] columns = new double[2 + random.nextInt(9)][12];
            double[] target = new double[12];
            for (double[] column : columns) {
                Arrays.setAll(column, i -> 50 + 10 * random.nextDouble());
            }
            Arrays.setAll(target, i -> 50 + 10 * random.nextDouble());
            double[] weights = SyntheticControl.weights(target, columns);
            assertEquals(1, Arrays.stream(weights).sum(), 1e-9, "seed " + seed);
            assertTrue(Arrays.stream(weights).allMatch(weight -> weight >= 0), "seed " + seed);
            double best = squares(target, columns, weights);
            for (int from = 0; from < weights.length; from++) {
                for (int to = 0; to < weights.length; to++) {
                    double[] moved = weights.clone();
                    double part = Math.min(.001, moved[from]);
                    moved[from] -= part;
                    moved[to] += part;
                    assertTrue(squares(target, columns, moved) >= best - 1e-6, "seed " + seed);
                }
            }
        }
    }

    @Test
    void a_planted_effect_is_found_and_none_is_not_called_strong() {
        SyntheticControl planted = SyntheticControl.of(regions(30, 12, 1));
        assertEquals(12, planted.effect(), 2);
        assertEquals(1.0 / 31, planted.pValue(), 1e-12);
        assertEquals(Returns.Strength.STRONG, Returns.incremental(planted, true).strength());
        assertEquals(
                Returns.Strength.MODERATE, Returns.incremental(planted, false).strength());
        int strong = 0;
        for (long seed = 0; seed < 100; seed++) {
            strong += Returns.incremental(SyntheticControl.of(regions(30, 0, seed)), true)
                                    .strength()
                            == Returns.Strength.STRONG
                    ? 1
                    : 0;
        }
        assertTrue(strong <= 10, strong + " false alarms in 100 seeds");
    }

    @Test
    void too_little_is_said() {
        assertTrue(assertThrows(IllegalArgumentException.class, () -> SyntheticControl.of(regions(3, 0, 1)))
                .getMessage()
                .contains("3 untouched"));
    }

    private static List<Region> regions(int control, double effect, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] season = new double[30];
        Arrays.setAll(season, i -> 20 * Math.sin(i / 3.0) + 5 * random.nextDouble());
        List<Region> regions = new ArrayList<>();
        for (int r = 0; r <= control; r++) {
            double load = .5 + random.nextDouble();
            double[] values = new double[30];
            boolean treated = r == 0;
            Arrays.setAll(
                    values, i -> 100 + load * season[i] + 2 * random.nextDouble() + (treated && i >= 20 ? effect : 0));
            regions.add(new Region(treated, Arrays.copyOf(values, 20), Arrays.copyOfRange(values, 20, 30)));
        }
        return regions;
    }

    private static double squares(double[] target, double[][] columns, double[] weights) {
        double sum = 0;
        for (int i = 0; i < target.length; i++) {
            double left = target[i];
            for (int j = 0; j < columns.length; j++) {
                left -= weights[j] * columns[j][i];
            }
            sum += left * left;
        }
        return sum;
    }

    private static double[] numbers(String text) {
        return Arrays.stream(text.split(",")).mapToDouble(Double::parseDouble).toArray();
    }

    private static List<String> lines() throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                SyntheticControlTest.class.getResourceAsStream("synthetic_control.csv"), StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.startsWith("#")).toList();
        }
    }
}
