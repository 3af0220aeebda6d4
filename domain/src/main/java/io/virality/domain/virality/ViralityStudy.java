package io.virality.domain.virality;

import io.virality.domain.model.Metric;
import io.virality.domain.model.Metric.Figure;
import io.virality.domain.model.TrainingProgress;
import io.virality.domain.stats.Bootstrap;
import io.virality.domain.stats.Discrimination;
import io.virality.domain.stats.Interval;
import io.virality.domain.virality.Learner.Scorer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What a learner is worth: it learns from the earlier videos of some creators, and is judged on the later videos of others.
 * Each creator is among the others once.
 */
public final class ViralityStudy {

    /** The name of the metric that decides. */
    public static final String BRIER = "brier";

    /** What every learner is compared with, in words. */
    public static final String BASELINE =
            "the same learner, told of each video only how the creator's last three did against the usual";

    static final int FEWEST_CREATORS = 30;
    static final int FEWEST_VIDEOS = 300;

    private static final int FOLDS = 5;
    private static final double EARLIER = .6;
    private static final int REPLICATES = 500;
    private static final int BANDS = 10;

    private final Learner learner;
    private final Consumer<TrainingProgress> listener;

    /** @param listener is told how it gets on, and may break it off by an exception */
    public ViralityStudy(Learner learner, Consumer<TrainingProgress> listener) {
        this.learner = learner;
        this.listener = listener;
    }

    /** What lacks for a study, in words; empty if nothing does. */
    public static List<String> missing(List<Launch> launches) {
        long creators = launches.stream().mapToLong(Launch::creator).distinct().count();
        return creators >= FEWEST_CREATORS && launches.size() >= FEWEST_VIDEOS
                ? List.of()
                : List.of(String.format(
                        Locale.ROOT,
                        "needs at least %,d videos of %d creators, each with %d earlier videos that had been up for %d days;"
                                + " there are %,d of %,d",
                        FEWEST_VIDEOS,
                        FEWEST_CREATORS,
                        Track.EARLIER_VIDEOS,
                        Track.SETTLED_DAYS,
                        launches.size(),
                        creators));
    }

    /** A video that was judged: what was told of it, and what became of it. */
    private record Judged(long creator, boolean viral, double model, double baseline, double rate, double[] shuffled) {}

    /**
     * Judges the learner.
     *
     * @param launches of which nothing is {@link #missing}
     * @param seed which creators are judged together, and all resampling
     */
    public List<Metric> judge(List<Launch> launches, long seed) {
        long[] times = launches.stream().mapToLong(Launch::posted).sorted().toArray();
        long boundary = times[(int) (EARLIER * times.length)];
        List<Long> creators = new ArrayList<>(
                launches.stream().map(Launch::creator).distinct().sorted().toList());
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = creators.size() - 1; i > 0; i--) {
            creators.set(i, creators.set(random.nextInt(i + 1), creators.get(i)));
        }
        Map<Long, Integer> folds = new LinkedHashMap<>();
        for (int i = 0; i < creators.size(); i++) {
            folds.put(creators.get(i), i % FOLDS);
        }
        List<Judged> judged = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            int judging = fold;
            listener.accept(new TrainingProgress("judging it on videos it has not seen", fold, FOLDS));
            judged.addAll(judged(
                    launches.stream()
                            .filter(launch -> folds.get(launch.creator()) != judging && launch.posted() < boundary)
                            .toList(),
                    launches.stream()
                            .filter(launch -> folds.get(launch.creator()) == judging && launch.posted() >= boundary)
                            .toList(),
                    random));
        }
        judged.sort(Comparator.comparingLong(Judged::creator));
        listener.accept(new TrainingProgress("resampling creators", 0, 1));
        return metrics(judged, seed);
    }

    private List<Judged> judged(List<Launch> known, List<Launch> others, SplittableRandom random) {
        Lesson lesson = Lesson.of(known);
        Scorer model = learner.learn(lesson);
        double[][] rows = Lesson.rows(others);
        double[] told = model.probabilities(rows);
        double[] simply =
                learner.learn(lesson.only(Trait.LAST_THREE)).probabilities(Lesson.only(Trait.LAST_THREE, rows));
        boolean[] viral = Lesson.viral(others, lesson.threshold());
        double[][] shuffled = aspects().stream()
                .map(aspect -> model.probabilities(shuffled(rows, aspect, random)))
                .toArray(double[][]::new);
        List<Judged> judged = new ArrayList<>();
        for (int i = 0; i < rows.length; i++) {
            int video = i;
            judged.add(new Judged(
                    others.get(i).creator(),
                    viral[i],
                    told[i],
                    simply[i],
                    lesson.rate(),
                    Arrays.stream(shuffled).mapToDouble(each -> each[video]).toArray()));
        }
        return judged;
    }

    private static List<String> aspects() {
        return Arrays.stream(Trait.values()).map(Trait::aspect).distinct().toList();
    }

    /** With the traits of one aspect dealt out to the videos anew. */
    private static double[][] shuffled(double[][] rows, String aspect, SplittableRandom random) {
        int[] order = IntStream.range(0, rows.length).toArray();
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int other = order[j];
            order[j] = order[i];
            order[i] = other;
        }
        double[][] shuffled = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            shuffled[i] = rows[i].clone();
            for (Trait trait : Trait.values()) {
                if (trait.aspect().equals(aspect)) {
                    shuffled[i][trait.ordinal()] = rows[order[i]][trait.ordinal()];
                }
            }
        }
        return shuffled;
    }

    private static List<Metric> metrics(List<Judged> judged, long seed) {
        Resampling resampling = new Resampling(judged, seed);
        List<Metric> metrics = new ArrayList<>();
        metrics.add(resampling.compared(
                BRIER,
                "mean squared distance of the told probability from 1 for what went viral and 0 for the rest, on later"
                        + " videos of other creators than it has learnt from; intervals by resampling creators",
                false,
                told -> times -> brier(judged, told, times)));
        metrics.add(resampling.compared(
                "auc",
                "how often, of a viral video and another one, the viral one was told the higher probability; on the same",
                true,
                told -> {
                    Discrimination discrimination = resampling.discrimination(told);
                    return discrimination::auc;
                }));
        metrics.add(resampling.compared(
                "average-precision",
                "mean share of viral ones among all that were told at least as high a probability, over the viral ones;"
                        + " on the same",
                true,
                told -> {
                    Discrimination discrimination = resampling.discrimination(told);
                    return discrimination::averagePrecision;
                }));
        metrics.add(Metric.alone(
                "brier-skill",
                "1 less the model's Brier score by that of telling every video the share that went viral lately",
                true,
                resampling.figure(
                        times -> 1 - brier(judged, Judged::model, times) / brier(judged, Judged::rate, times))));
        metrics.add(Metric.alone(
                "told", "mean probability told", true, resampling.figure(times -> mean(judged, Judged::model, times))));
        metrics.add(Metric.alone(
                "seen",
                "share that went viral, of the same videos",
                true,
                resampling.figure(times -> mean(judged, video -> video.viral() ? 1 : 0, times))));
        metrics.addAll(reliability(judged, seed));
        metrics.addAll(importance(judged, resampling));
        return metrics;
    }

    /** Of each tenth of the videos by what was told. */
    private static List<Metric> reliability(List<Judged> judged, long seed) {
        List<Judged> ascending = judged.stream()
                .sorted(Comparator.comparingDouble(Judged::model))
                .toList();
        List<Metric> metrics = new ArrayList<>();
        for (int band = 0; band < BANDS; band++) {
            List<Judged> members =
                    ascending.subList(ascending.size() * band / BANDS, ascending.size() * (band + 1) / BANDS).stream()
                            .sorted(Comparator.comparingLong(Judged::creator))
                            .toList();
            double told = members.stream().mapToDouble(Judged::model).average().orElseThrow();
            metrics.add(Metric.alone(
                    "seen-where-told-" + String.format(Locale.ROOT, "%.3f", told),
                    "share that went viral of the tenth of the videos that were told this probability in the mean",
                    true,
                    new Resampling(members, seed)
                            .figure(times -> mean(members, video -> video.viral() ? 1 : 0, times))));
        }
        return metrics;
    }

    private static List<Metric> importance(List<Judged> judged, Resampling resampling) {
        Discrimination model = resampling.discrimination(Judged::model);
        List<String> aspects = aspects();
        return IntStream.range(0, aspects.size())
                .mapToObj(aspect -> {
                    Discrimination without = resampling.discrimination(video -> video.shuffled()[aspect]);
                    return Metric.alone(
                            "importance of " + aspects.get(aspect),
                            "by how much the AUC falls when it is dealt out to the videos at random",
                            true,
                            resampling.figure(times -> model.auc(times) - without.auc(times)));
                })
                .sorted(Comparator.comparingDouble(
                        (Metric metric) -> -metric.model().value()))
                .toList();
    }

    private static double brier(List<Judged> judged, ToDoubleFunction<Judged> told, int[] times) {
        return mean(
                judged,
                video -> {
                    double distance = told.applyAsDouble(video) - (video.viral() ? 1 : 0);
                    return distance * distance;
                },
                times);
    }

    private static double mean(List<Judged> judged, ToDoubleFunction<Judged> figure, int[] times) {
        double sum = 0;
        double n = 0;
        for (int i = 0; i < times.length; i++) {
            sum += times[i] == 0 ? 0 : times[i] * figure.applyAsDouble(judged.get(i));
            n += times[i];
        }
        return sum / n;
    }

    /** Statistics of judged videos with intervals over creators. */
    private static final class Resampling {

        private final List<Judged> judged;
        private final int[] clusters;
        private final long seed;

        /** @param judged sorted by creator */
        Resampling(List<Judged> judged, long seed) {
            this.judged = judged;
            this.seed = seed;
            this.clusters = new int[judged.size()];
            for (int i = 1; i < clusters.length; i++) {
                clusters[i] = clusters[i - 1]
                        + (judged.get(i).creator() == judged.get(i - 1).creator() ? 0 : 1);
            }
        }

        Discrimination discrimination(ToDoubleFunction<Judged> told) {
            boolean[] viral = new boolean[judged.size()];
            for (int i = 0; i < viral.length; i++) {
                viral[i] = judged.get(i).viral();
            }
            return new Discrimination(judged.stream().mapToDouble(told).toArray(), viral);
        }

        Figure figure(ToDoubleFunction<int[]> statistic) {
            Bootstrap bootstrap = Bootstrap.ofClusters(clusters, statistic, REPLICATES, seed);
            return Figure.of(bootstrap.value(), bootstrap.interval(Interval.USUAL_CONFIDENCE));
        }

        Metric compared(
                String name,
                String definition,
                boolean higherIsBetter,
                Function<ToDoubleFunction<Judged>, ToDoubleFunction<int[]>> statistic) {
            ToDoubleFunction<int[]> model = statistic.apply(Judged::model);
            ToDoubleFunction<int[]> baseline = statistic.apply(Judged::baseline);
            int sign = higherIsBetter ? 1 : -1;
            return new Metric(
                    name,
                    definition,
                    higherIsBetter,
                    figure(model),
                    Optional.of(figure(baseline)),
                    Optional.of(figure(times -> sign * (model.applyAsDouble(times) - baseline.applyAsDouble(times)))));
        }
    }
}
