package io.virality.domain.recommendation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The rankers that are compared. */
final class Rankers {

    /** Of Cormack, Clarke and Büttcher, Reciprocal Rank Fusion (2009). */
    private static final double FUSION = 60;

    /** A brand with fifty partners would otherwise be all that there is to learn from. */
    private static final int MOST_PARTNERS = 5;

    private static final int STRANGERS = 100;

    private final Crowd crowd;
    private final FitLearner learner;
    private final long seed;

    Rankers(Crowd crowd, FitLearner learner, long seed) {
        this.crowd = crowd;
        this.learner = learner;
        this.seed = seed;
    }

    private record Named(
            String name, boolean baseline, BiFunction<BrandQuestion, List<BrandQuestion>, double[]> scoring)
            implements Ranker {

        @Override
        public double[] scores(BrandQuestion question, List<BrandQuestion> lessons) {
            return scoring.apply(question, lessons);
        }
    }

    /** Baselines first. */
    List<Ranker> all() {
        return List.of(
                new Named("random", true, (question, lessons) -> new double[crowd.size()]),
                new Named("most-followers", true, (question, lessons) -> crowd.followers()),
                new Named("highest-engagement", true, (question, lessons) -> crowd.engagement()),
                new Named("bm25", true, (question, lessons) -> byWords(question)),
                new Named("semantic", false, (question, lessons) -> byMeaning(question)),
                new Named(
                        "hybrid", false, (question, lessons) -> fused(List.of(byWords(question), byMeaning(question)))),
                new Named(
                        "hybrid-and-followers",
                        false,
                        (question, lessons) ->
                                fused(List.of(byWords(question), byMeaning(question), crowd.followers()))),
                new Named("learned", false, this::learned));
    }

    /** By the brand's name and by what its known partners say. */
    private double[] byWords(BrandQuestion question) {
        String told = question.brand()
                + Arrays.stream(question.known())
                        .mapToObj(creator -> " " + crowd.portrait(creator).text())
                        .collect(Collectors.joining());
        return crowd.words().scores(Bm25.words(told));
    }

    private double[] byMeaning(BrandQuestion question) {
        float[] target = question.known().length == 0 ? question.vector() : crowd.centre(question.known());
        return IntStream.range(0, crowd.size())
                .mapToDouble(creator -> crowd.closeness(creator, target))
                .toArray();
    }

    private static double[] fused(List<double[]> rankings) {
        double[] fused = new double[rankings.get(0).length];
        for (double[] scores : rankings) {
            double[] ranks = ranks(scores);
            for (int i = 0; i < fused.length; i++) {
                fused[i] += 1 / (FUSION + ranks[i]);
            }
        }
        return fused;
    }

    /** From 1; those that are equal share the mean of their ranks. */
    private static double[] ranks(double[] scores) {
        Integer[] order = IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -scores[i]))
                .toArray(Integer[]::new);
        double[] ranks = new double[scores.length];
        for (int start = 0, end; start < order.length; start = end) {
            end = start;
            while (end < order.length && scores[order[end]] == scores[order[start]]) {
                end++;
            }
            for (int place = start; place < end; place++) {
                ranks[order[place]] = (start + 1 + end) / 2.0;
            }
        }
        return ranks;
    }

    /** From other brands' partnerships alone. */
    private double[] learned(BrandQuestion question, List<BrandQuestion> lessons) {
        List<double[]> rows = new ArrayList<>();
        List<Boolean> partners = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(seed);
        for (BrandQuestion lesson : lessons) {
            int[] experience = experience(lesson, question, lessons);
            Traits traits = new Traits(lesson, experience);
            int[] shuffled = shuffled(crowd.size(), random);
            IntStream.of(shuffled)
                    .filter(creator -> lesson.partners()[creator])
                    .limit(MOST_PARTNERS)
                    .forEach(creator -> {
                        rows.add(traits.of(creator));
                        partners.add(true);
                    });
            IntStream.of(shuffled)
                    .filter(creator -> !lesson.partners()[creator] && !lesson.isKnown(creator))
                    .limit(STRANGERS)
                    .forEach(creator -> {
                        rows.add(traits.of(creator));
                        partners.add(false);
                    });
        }
        boolean[] labels = new boolean[partners.size()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = partners.get(i);
        }
        Traits asked = new Traits(question, experience(question, question, lessons));
        return learner.odds(
                rows.toArray(double[][]::new),
                labels,
                IntStream.range(0, crowd.size()).mapToObj(asked::of).toArray(double[][]::new),
                seed);
    }

    /** For how many brands each creator works, besides one and the one that is asked about. */
    private int[] experience(BrandQuestion of, BrandQuestion asked, List<BrandQuestion> lessons) {
        int[] brands = new int[crowd.size()];
        for (BrandQuestion lesson : lessons) {
            if (lesson != of && lesson != asked) {
                for (int i = 0; i < brands.length; i++) {
                    brands[i] += lesson.partners()[i] || lesson.isKnown(i) ? 1 : 0;
                }
            }
        }
        return brands;
    }

    private static int[] shuffled(int size, SplittableRandom random) {
        int[] places = IntStream.range(0, size).toArray();
        for (int i = size - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = places[i];
            places[i] = places[other];
            places[other] = kept;
        }
        return places;
    }

    /** What a pair of a brand and a creator is learnt from. */
    private final class Traits {

        private final double[] followers = crowd.followers();
        private final double[] views = crowd.views();
        private final double[] engagement = crowd.engagement();
        private final BrandQuestion question;
        private final int[] experience;
        private final double[] closeness;

        Traits(BrandQuestion question, int[] experience) {
            this.question = question;
            this.experience = experience;
            this.closeness = byMeaning(question);
        }

        double[] of(int creator) {
            return new double[] {
                Math.log1p(followers[creator]),
                Math.log1p(views[creator]),
                engagement[creator],
                Math.min(3, experience[creator]),
                closeness[creator],
                crowd.closeness(creator, question.vector())
            };
        }
    }
}
