package io.virality.domain.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.virality.domain.model.Metric;
import io.virality.domain.model.Standing;
import io.virality.domain.stats.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Drivers that matter by construction are found, and others are not. */
class GrowthStudyTest {

    private static final int SEEDS = 200;
    private static final int CREATORS = 80;
    private static final int ORIGINS = 6;

    /** Of a standard deviation of the driver, where chance has one of .1. */
    private static final double EFFECT = .08;

    private static final int MATTERS = GrowthDriver.LIKES_PER_FOLLOWER.ordinal();

    /** Growth goes with one driver by so much, and with nothing else. */
    private static List<GrowthRow> rows(long seed, int creators, double effect) {
        SplittableRandom random = new SplittableRandom(seed);
        List<GrowthRow> rows = new ArrayList<>();
        for (int creator = 0; creator < creators; creator++) {
            for (int origin = 0; origin < ORIGINS; origin++) {
                double[] drivers = IntStream.range(0, GrowthDriver.values().length)
                        .mapToDouble(driver -> random.nextGaussian())
                        .toArray();
                drivers[GrowthDriver.RECENT_GROWTH.ordinal()] = 0;
                drivers[GrowthDriver.VIEWS_PER_FOLLOWER.ordinal()] = Double.NaN;
                double growth = effect * drivers[MATTERS] + .1 * random.nextGaussian();
                rows.add(new GrowthRow(creator, 20_000 + GrowthRow.DAYS * origin, drivers, growth));
            }
        }
        return rows;
    }

    /** Each driver by its own slope: right, as these are independent. */
    private static GrowthLearner.Predictor slopes(double[][] rows, double[] growth) {
        double usual = Arrays.stream(growth).average().orElseThrow();
        double[] means = new double[rows[0].length];
        double[] slopes = new double[rows[0].length];
        for (int j = 0; j < slopes.length; j++) {
            int column = j;
            means[j] = Arrays.stream(rows)
                    .mapToDouble(row -> row[column])
                    .average()
                    .orElseThrow();
            double together = 0;
            double alone = 0;
            for (int i = 0; i < rows.length; i++) {
                together += (rows[i][j] - means[j]) * (growth[i] - usual);
                alone += (rows[i][j] - means[j]) * (rows[i][j] - means[j]);
            }
            slopes[j] = together / alone;
        }
        return unknown -> Arrays.stream(unknown)
                .mapToDouble(row -> usual
                        + IntStream.range(0, slopes.length)
                                .mapToDouble(j -> slopes[j] * (row[j] - means[j]))
                                .sum())
                .toArray();
    }

    private static Metric metric(List<Metric> metrics, String name) {
        return metrics.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static boolean aboveZero(Metric metric) {
        return metric.model().interval().orElseThrow().low() > 0;
    }

    @Test
    void a_driver_that_matters_is_found_in_most_worlds_and_the_model_is_better_than_its_baseline() {
        int found = 0;
        int better = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            List<Metric> metrics = new GrowthStudy(rows(seed, CREATORS, EFFECT), seed).judge(GrowthStudyTest::slopes);
            found += aboveZero(metric(metrics, "importance of likes-per-follower")) ? 1 : 0;
            better += metrics.get(0).standing() == Standing.BETTER ? 1 : 0;
        }
        assertTrue(found >= .8 * SEEDS, found + " found");
        assertTrue(better >= .8 * SEEDS, better + " better");
    }

    @Test
    void where_nothing_matters_no_model_is_better_and_no_driver_is_found_more_often_than_by_chance() {
        int found = 0;
        int better = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            List<Metric> metrics = new GrowthStudy(rows(seed, CREATORS, 0), seed).judge(GrowthStudyTest::slopes);
            found += aboveZero(metric(metrics, "importance of likes-per-follower")) ? 1 : 0;
            better += metrics.get(0).standing() == Standing.BETTER ? 1 : 0;
        }
        assertTrue(found <= .05 * SEEDS, found + " found");
        assertTrue(better <= .05 * SEEDS, better + " better");
    }

    @Test
    void an_effect_is_what_a_driver_adds_between_its_quartiles() {
        List<Metric> metrics = new GrowthStudy(rows(1, 400, .05), 1).judge(GrowthStudyTest::slopes);
        Metric effect = metric(metrics, "effect of likes-per-follower");

        // A normal variable's quartiles are 1.349 apart.
        assertEquals(.05 * 1.349, effect.model().value(), .005);
        assertTrue(effect.definition().contains("more followers after thirty days"), effect.definition());
        assertEquals(
                Optional.of(Interval.USUAL_CONFIDENCE),
                effect.model().interval().map(Interval::confidence));
        assertTrue(metrics.stream().noneMatch(each -> each.name().endsWith("views-per-follower")), "known of nobody");
        assertTrue(metrics.stream().noneMatch(each -> each.name().endsWith("recent-growth")), "the same of all");
    }

    @Test
    void it_learns_from_no_creator_that_it_tells_and_from_nothing_later() {
        List<GrowthRow> rows = rows(1, CREATORS, .05);
        GrowthStudy study = new GrowthStudy(rows, 1);
        List<Integer> taught = new ArrayList<>();
        study.judge((known, growth) -> {
            taught.add(known.length);
            return slopes(known, growth);
        });

        // Four of six origins teach, and four of five creators.
        assertEquals(List.of(256, 256, 256, 256, 256), taught);
    }

    @Test
    void too_few_creators_are_told_of() {
        assertEquals(Optional.empty(), new GrowthStudy(rows(1, 50, .05), 1).missing());
        assertTrue(new GrowthStudy(rows(1, 49, .05), 1).missing().orElseThrow().contains("there are 49"));
        assertTrue(new GrowthStudy(List.of(), 1).missing().orElseThrow().contains("there are 0"));
    }
}
