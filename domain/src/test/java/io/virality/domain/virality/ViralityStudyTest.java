package io.virality.domain.virality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.virality.domain.model.Metric;
import io.virality.domain.model.Standing;
import io.virality.domain.stats.PlattScaling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class ViralityStudyTest {

    /** Knows only how the last video did, which the baseline cannot see by itself. */
    private static final Learner OF_THE_LAST = by(row -> row[Trait.LAST.ordinal()]);

    private static Learner by(ToDoubleFunction<double[]> score) {
        return lesson -> {
            PlattScaling scaling = PlattScaling.of(scores(score, lesson.rows()), lesson.viral());
            return rows ->
                    Arrays.stream(scores(score, rows)).map(scaling::probability).toArray();
        };
    }

    private static double[] scores(ToDoubleFunction<double[]> score, double[][] rows) {
        return Arrays.stream(rows)
                .mapToDouble(row -> {
                    double told = score.applyAsDouble(row);
                    return Double.isNaN(told) ? 0 : told;
                })
                .toArray();
    }

    @Test
    void what_foretells_views_is_found_and_judged_better_than_its_baseline() {
        List<Metric> metrics = judged(Launch.of(Videos.drawn(1, 60, 60, .99)), 1);
        Metric brier = metrics.get(0);

        assertEquals(ViralityStudy.BRIER, brier.name());
        assertEquals(Standing.BETTER, brier.standing());
        assertTrue(named(metrics, "auc").model().value() > .6);
        assertEquals(.5, named(metrics, "auc").baseline().orElseThrow().value(), .05);
        assertTrue(named(metrics, "importance of the last video").model().value() > .1);
        assertEquals(0, named(metrics, "importance of hashtags").model().value(), 1e-12);
        assertEquals(
                10,
                metrics.stream()
                        .filter(metric -> metric.name().startsWith("seen-where-told"))
                        .count());
    }

    @Test
    void in_200_worlds_where_nothing_foretells_views_it_is_rarely_said_to() {
        int wrong = 0;
        for (int seed = 0; seed < 200; seed++) {
            List<Launch> launches = Launch.of(Videos.drawn(seed, 30, 40, 0));
            Metric brier = new ViralityStudy(by(row -> row[Trait.HASHTAGS.ordinal()]), progress -> {})
                    .judge(launches, seed)
                    .get(0);
            wrong += brier.standing() == Standing.BETTER ? 1 : 0;
        }
        assertTrue(wrong <= 10, "better in " + wrong + " of 200");
    }

    @Test
    void who_learns_has_seen_neither_the_creators_nor_the_time_that_it_is_judged_on() {
        List<Launch> launches = Launch.of(Videos.drawn(3, 40, 40, .5));
        List<double[][]> lessons = new ArrayList<>();
        List<double[][]> asked = new ArrayList<>();
        Learner spy = lesson -> {
            lessons.add(lesson.rows());
            lessons.add(lesson.laterRows());
            return rows -> {
                asked.add(rows);
                double[] told = new double[rows.length];
                Arrays.fill(told, .1);
                return told;
            };
        };
        new ViralityStudy(spy, progress -> {}).judge(launches, 1);

        // The first four entries are those of the first fold: model and baseline.
        List<Launch> known = launches.stream()
                .filter(launch -> holds(lessons.get(0), launch) || holds(lessons.get(1), launch))
                .toList();
        List<Launch> judged =
                launches.stream().filter(launch -> holds(asked.get(0), launch)).toList();
        assertTrue(judged.size() > 30);
        long latest = known.stream().mapToLong(Launch::posted).max().orElseThrow();
        assertTrue(judged.stream().allMatch(launch -> launch.posted() > latest));
        assertTrue(judged.stream()
                .noneMatch(launch -> known.stream().anyMatch(other -> other.creator() == launch.creator())));
    }

    @Test
    void the_same_seed_gives_the_same_figures() {
        List<Launch> launches = Launch.of(Videos.drawn(5, 40, 40, .5));

        assertEquals(judged(launches, 4), judged(launches, 4));
    }

    @Test
    void too_little_is_told_in_words() {
        List<Launch> launches = Launch.of(Videos.drawn(1, 5, 20, 0));

        assertEquals(1, ViralityStudy.missing(launches).size());
        assertTrue(ViralityStudy.missing(launches).get(0).contains("300 videos of 30 creators"));
        assertEquals(List.of(), ViralityStudy.missing(Launch.of(Videos.drawn(1, 40, 40, 0))));
    }

    @Test
    void it_can_be_broken_off() {
        List<Launch> launches = Launch.of(Videos.drawn(1, 40, 40, 0));
        ViralityStudy study = new ViralityStudy(OF_THE_LAST, progress -> {
            throw new CancellationException("enough");
        });

        assertThrows(CancellationException.class, () -> study.judge(launches, 1));
    }

    @Test
    void a_tenth_of_the_videos_counts_as_viral_and_the_newest_fifth_sets_probabilities_right() {
        List<Launch> launches = Launch.of(Videos.drawn(1, 40, 40, 0));
        Lesson lesson = Lesson.of(launches);

        long viral = launches.stream()
                .filter(launch -> launch.ratio() >= lesson.threshold())
                .count();
        assertEquals(.1, (double) viral / launches.size(), .002);
        assertEquals(.2, (double) lesson.laterRows().length / launches.size(), .001);
        assertEquals(launches.size(), lesson.rows().length + lesson.laterRows().length);
    }

    private static boolean holds(double[][] rows, Launch launch) {
        return Arrays.stream(rows).anyMatch(row -> row == launch.traits());
    }

    private static List<Metric> judged(List<Launch> launches, long seed) {
        return new ViralityStudy(OF_THE_LAST, progress -> {}).judge(launches, seed);
    }

    private static Metric named(List<Metric> metrics, String name) {
        return metrics.stream()
                .filter(metric -> metric.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
