package io.virality.ml;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.inject.Guice;
import io.virality.application.Failure;
import io.virality.application.port.VideoClassifier;
import io.virality.domain.model.Metric;
import io.virality.domain.model.Standing;
import io.virality.domain.stats.Discrimination;
import io.virality.domain.virality.Launch;
import io.virality.domain.virality.Lesson;
import io.virality.domain.virality.Trait;
import io.virality.domain.virality.ViralityStudy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TribuoVideoClassifierTest {

    /** So many by default: 200 with {@code -DargLine=-Dvirality.seeds=200}. */
    private static final int SEEDS = Integer.getInteger("virality.seeds", 5);

    private final VideoClassifier classifier =
            Guice.createInjector(new MlModule()).getInstance(VideoClassifier.class);

    /**
     * Videos whose views go by two of their traits, which no single one tells, and by chance.
     *
     * @param effect of a standard deviation of either trait on ln views
     */
    private static List<Launch> planted(long seed, int creators, int each, double effect) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Launch> launches = new ArrayList<>();
        for (int creator = 0; creator < creators; creator++) {
            for (int video = 0; video < each; video++) {
                double[] traits = random.doubles(Trait.values().length, -1, 1).toArray();
                double better = effect * (traits[Trait.ENGAGEMENT.ordinal()] - traits[Trait.LENGTH.ordinal()]);
                if (random.nextInt(10) == 0) {
                    traits[Trait.LENGTH.ordinal()] = Double.NaN;
                }
                launches.add(new Launch(
                        creator,
                        86_400_000L * video + random.nextInt(86_400_000),
                        traits,
                        Math.exp(better + random.nextGaussian())));
            }
        }
        return launches;
    }

    @Test
    void the_same_videos_and_seed_give_equal_probabilities_of_probes() {
        Lesson lesson = Lesson.of(planted(1, 50, 40, 1));
        double[][] probes = planted(2, 5, 5, 1).stream().map(Launch::traits).toArray(double[][]::new);
        byte[] one = classifier.learn(lesson, 7).payload();
        byte[] other = classifier.learn(lesson, 7).payload();

        assertArrayEquals(classifier.probabilities(one, probes), classifier.probabilities(other, probes));
        assertFalse(Arrays.equals(
                classifier.probabilities(one, probes),
                classifier.probabilities(classifier.learn(lesson, 8).payload(), probes)));
    }

    @Test
    void what_it_tells_of_videos_it_has_not_seen_is_as_good_as_the_truth_nearly_and_right_in_the_mean() {
        Lesson lesson = Lesson.of(planted(3, 200, 40, 1));
        List<Launch> others = planted(4, 200, 40, 1);
        byte[] payload = classifier.learn(lesson, 1).payload();
        double[] told = classifier.probabilities(
                payload, others.stream().map(Launch::traits).toArray(double[][]::new));
        boolean[] viral = new boolean[told.length];
        double seen = 0;
        for (int i = 0; i < viral.length; i++) {
            viral[i] = others.get(i).ratio() >= lesson.threshold();
            seen += viral[i] ? 1.0 / viral.length : 0;
        }
        double[] truth = others.stream()
                .mapToDouble(launch -> {
                    double length = launch.traits()[Trait.LENGTH.ordinal()];
                    return launch.traits()[Trait.ENGAGEMENT.ordinal()] - (Double.isNaN(length) ? 0 : length);
                })
                .toArray();

        assertEquals(new Discrimination(truth, viral).auc(), new Discrimination(told, viral).auc(), .01);
        assertEquals(seen, Arrays.stream(told).average().orElseThrow(), .01);
    }

    @Test
    void where_traits_matter_that_is_found_in_most_worlds_and_where_they_do_not_rarely() {
        long found = found(1);
        long wrong = found(0);

        assertTrue(found >= .8 * SEEDS, found + " of " + SEEDS);
        assertTrue(wrong <= .05 * SEEDS, wrong + " of " + SEEDS);
    }

    private long found(double effect) {
        long found = 0;
        for (int seed = 1; seed <= SEEDS; seed++) {
            int chance = seed;
            Metric brier = new ViralityStudy(
                            lesson -> {
                                byte[] payload =
                                        classifier.learn(lesson, chance).payload();
                                return rows -> classifier.probabilities(payload, rows);
                            },
                            progress -> {})
                    .judge(planted(seed, 40, 50, effect), seed)
                    .get(0);
            found += brier.standing() == Standing.BETTER ? 1 : 0;
        }
        return found;
    }

    @Test
    void a_lesson_in_which_nothing_or_everything_goes_viral_is_still_one() {
        double[][] rows = planted(1, 10, 10, 0).stream().map(Launch::traits).toArray(double[][]::new);
        double[] none = classifier.probabilities(
                classifier
                        .learn(new Lesson(2, rows, new boolean[100], rows, new boolean[100]), 1)
                        .payload(),
                rows);

        assertTrue(Arrays.stream(none).allMatch(probability -> probability > 0 && probability < .05));
    }

    @Test
    void a_payload_that_is_none_is_told_in_a_line() {
        Failure failure =
                assertThrows(Failure.class, () -> classifier.probabilities(new byte[] {1, 2, 3}, new double[][] {{1}}));

        assertEquals(Failure.Kind.INTERNAL, failure.kind());
        assertTrue(failure.getMessage().contains("learn it again"));
    }
}
