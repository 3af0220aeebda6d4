package io.virality.domain.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.virality.domain.ForManySeeds;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TallyTest {

    private static final List<String> NAMES = List.of("A", "B", "C");
    private static final Metric SHARE = Metric.of("share", Metric.Kind.PROPORTION, Metric.Role.PRIMARY);
    private static final Metric MEAN = Metric.of("mean", Metric.Kind.MEAN, Metric.Role.SECONDARY);
    private static final Metric RATIO = Metric.of("ratio", Metric.Kind.RATIO, Metric.Role.SECONDARY);

    private static final Tally.Layout LAYOUT = new Tally.Layout(
            List.of(
                    new Tally.Count(SHARE, false, false, Double.POSITIVE_INFINITY),
                    new Tally.Count(MEAN, false, false, Double.POSITIVE_INFINITY),
                    new Tally.Count(RATIO, false, false, Double.POSITIVE_INFINITY)),
            List.of("tier"),
            false,
            true,
            10_000);

    private static Units units(Random random, int size) {
        return new Units(
                size,
                random.ints(size, -1, NAMES.size()).toArray(),
                new int[][] {random.ints(size, -1, 4).toArray()},
                null,
                random.ints(size, 0, 6).toArray(),
                new double[][][] {
                    {random.ints(size, 0, 2).asDoubleStream().toArray()},
                    {
                        random.doubles(size)
                                .map(value -> value < .01 ? Double.NaN : Math.exp(9 * value))
                                .toArray()
                    },
                    {
                        random.ints(size, 0, 5).asDoubleStream().toArray(),
                        random.ints(size, 5, 9).asDoubleStream().toArray()
                    }
                });
    }

    /** Some of them, in another order. */
    private static Units at(Units units, List<Integer> places) {
        int[] at = places.stream().mapToInt(Integer::intValue).toArray();
        double[][][] values = Arrays.stream(units.values())
                .map(metric -> Arrays.stream(metric)
                        .map(variable ->
                                Arrays.stream(at).mapToDouble(i -> variable[i]).toArray())
                        .toArray(double[][]::new))
                .toArray(double[][][]::new);
        return new Units(
                at.length,
                Arrays.stream(at).map(i -> units.variations()[i]).toArray(),
                new int[][] {Arrays.stream(at).map(i -> units.segments()[0][i]).toArray()},
                null,
                Arrays.stream(at).map(i -> units.days()[i]).toArray(),
                values);
    }

    private static Evidence evidence(Tally tally) {
        return tally.evidence(
                new Tally.Names(
                        NAMES, List.of(List.of("nano", "micro", "mid", "mega")), List.of("1", "2", "3", "4", "5", "6")),
                0);
    }

    @ForManySeeds
    void neither_the_order_of_units_matters_nor_how_they_are_parted(long seed) {
        Random random = new Random(seed);
        int size = 200 + random.nextInt(3_000);
        Units units = units(random, size);
        Tally once = new Tally(LAYOUT);
        once.add(units);

        List<Integer> places = IntStream.range(0, size).boxed().collect(Collectors.toList());
        Collections.shuffle(places, random);
        List<Tally> threads = List.of(new Tally(LAYOUT), new Tally(LAYOUT), new Tally(LAYOUT));
        int batch = 1 + random.nextInt(300);
        for (int from = 0; from < size; from += batch) {
            threads.get(random.nextInt(3)).add(at(units, places.subList(from, Math.min(size, from + batch))));
        }
        threads.get(0).add(threads.get(1));
        threads.get(0).add(threads.get(2));
        alike(evidence(once), evidence(threads.get(0)));
    }

    private static void alike(Evidence one, Evidence other) {
        assertEquals(one.units(), other.units());
        assertEquals(one.unassigned(), other.unassigned());
        for (int i = 0; i < one.metrics().size(); i++) {
            Evidence.OfMetric a = one.metrics().get(i);
            Evidence.OfMetric b = other.metrics().get(i);
            alike(a.statistics(), b.statistics());
            assertEquals(a.missing(), b.missing());
            assertEquals(a.extremes().isPresent(), b.extremes().isPresent());
            a.extremes().ifPresent(extremes -> {
                Evidence.Extremes same = b.extremes().orElseThrow();
                assertEquals(extremes.largest(), same.largest());
                assertEquals(extremes.in(), same.in());
                assertEquals(extremes.removed(), same.removed());
                alike(extremes.withoutLargest(), same.withoutLargest());
                alike(extremes.withoutTop(), same.withoutTop());
            });
            assertEquals(a.ranked().keySet(), b.ranked().keySet());
            a.ranked()
                    .forEach((name, values) -> assertEquals(
                            Arrays.stream(values).sorted().boxed().toList(),
                            Arrays.stream(b.ranked().get(name)).sorted().boxed().toList()));
            assertEquals(a.segments().size(), b.segments().size());
            for (int s = 0; s < a.segments().size(); s++) {
                assertEquals(a.segments().get(s).level(), b.segments().get(s).level());
                alike(a.segments().get(s).statistics(), b.segments().get(s).statistics());
            }
            for (int d = 0; d < a.days().size(); d++) {
                assertEquals(a.days().get(d).day(), b.days().get(d).day());
                alike(a.days().get(d).statistics(), b.days().get(d).statistics());
            }
        }
    }

    private static void alike(Map<String, SufficientStatistics> one, Map<String, SufficientStatistics> other) {
        assertEquals(one.keySet(), other.keySet());
        one.forEach((name, statistics) -> {
            SufficientStatistics same = other.get(name);
            assertEquals(statistics.units(), same.units());
            assertEquals(statistics.value(), same.value(), 1e-11 * Math.abs(statistics.value()));
            assertEquals(statistics.variance(), same.variance(), 1e-10 * statistics.variance());
        });
    }

    @ForManySeeds
    void what_remains_without_the_top_is_what_two_passes_find(long seed) {
        Random random = new Random(seed);
        int size = 1_000 + random.nextInt(200_000);
        boolean whole = random.nextBoolean();
        double[] values = random.doubles(size)
                .map(value -> whole ? Math.floor(3 / (value + 1e-3)) : 3 / (value + 1e-6))
                .toArray();
        if (random.nextInt(4) == 0) {
            Arrays.sort(values);
        }
        int[] variations = random.ints(size, 0, 2).toArray();
        Tally tally = new Tally(new Tally.Layout(
                List.of(new Tally.Count(MEAN, false, false, Double.POSITIVE_INFINITY)), List.of(), false, false, 0));
        tally.add(new Units(size, variations, new int[0][], null, null, new double[][][] {{values}}));
        Evidence.OfMetric evidence = tally.evidence(new Tally.Names(List.of("A", "B"), List.of(), List.of()), 0)
                .metrics()
                .get(0);

        double[] ascending = Arrays.stream(values).sorted().toArray();
        double above = ascending[size - 1 - (int) Math.ceil(size / 1000.0)];
        Evidence.Extremes extremes = evidence.extremes().orElseThrow();
        assertEquals(above, extremes.above());
        assertEquals(Arrays.stream(values).filter(value -> value > above).count(), extremes.removed());
        for (int arm = 0; arm < 2; arm++) {
            int variation = arm;
            String name = NAMES.get(arm);
            mean(
                    values,
                    variations,
                    variation,
                    Double.POSITIVE_INFINITY,
                    evidence.statistics().get(name));
            mean(values, variations, variation, above, extremes.withoutTop().get(name));
            double second = ascending[size - 2];
            mean(
                    values,
                    variations,
                    variation,
                    second,
                    extremes.withoutLargest().get(name));
        }
    }

    private static void mean(
            double[] values, int[] variations, int variation, double most, SufficientStatistics actual) {
        double[] kept = IntStream.range(0, values.length)
                .filter(i -> variations[i] == variation && values[i] <= most)
                .mapToDouble(i -> values[i])
                .toArray();
        double mean = DoubleStream.of(kept).average().orElse(0);
        double variance = DoubleStream.of(kept)
                        .map(value -> (value - mean) * (value - mean))
                        .sum()
                / (kept.length - 1);
        assertEquals(kept.length, actual.units());
        assertEquals(mean, actual.value(), 1e-10 * mean);
        assertEquals(variance, actual.variance(), 1e-9 * variance);
    }

    @Test
    void more_successes_than_trials_are_impossible() {
        Tally tally = new Tally(new Tally.Layout(
                List.of(new Tally.Count(SHARE, true, false, Double.POSITIVE_INFINITY)), List.of(), false, false, 0));
        Units units = new Units(1, new int[1], new int[0][], null, null, new double[][][] {{{5}, {3}}});
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> tally.add(units));
        assertTrue(e.getMessage().contains("5.0 successes in 3.0 trials of 'share'"), e.getMessage());
    }

    @Test
    void a_cap_cuts_what_is_above() {
        Tally tally = new Tally(
                new Tally.Layout(List.of(new Tally.Count(MEAN, false, false, 10)), List.of(), false, false, 0));
        tally.add(new Units(3, new int[3], new int[0][], null, null, new double[][][] {{{1, 100, 10}}}));
        Evidence evidence = tally.evidence(new Tally.Names(List.of("A"), List.of(), List.of()), 0);
        assertEquals(7, evidence.metrics().get(0).statistics().get("A").value(), 1e-12);
    }
}
