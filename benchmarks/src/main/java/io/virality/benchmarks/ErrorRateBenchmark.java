package io.virality.benchmarks;

import io.virality.domain.experiment.Alternative;
import io.virality.domain.experiment.Analysis;
import io.virality.domain.experiment.AnalysisPlan;
import io.virality.domain.experiment.ClusterRobust;
import io.virality.domain.experiment.Comparison;
import io.virality.domain.experiment.ConfidenceSequence;
import io.virality.domain.experiment.Difference;
import io.virality.domain.experiment.Effect;
import io.virality.domain.experiment.Evidence;
import io.virality.domain.experiment.FixedTest;
import io.virality.domain.experiment.Judgement;
import io.virality.domain.experiment.Metric;
import io.virality.domain.experiment.Moments;
import io.virality.domain.experiment.PosteriorEffect;
import io.virality.domain.experiment.ProportionStatistics;
import io.virality.domain.experiment.RelativeLift;
import io.virality.domain.experiment.SampleRatio;
import io.virality.domain.experiment.SequentialSampleRatio;
import io.virality.domain.experiment.SufficientStatistics;
import io.virality.domain.simulation.Shape;
import io.virality.domain.simulation.Shape.Clusters;
import io.virality.domain.simulation.Shape.Outcome;
import io.virality.domain.simulation.SimulatedExperiment;
import io.virality.domain.stats.FamilyCorrection;
import io.virality.domain.stats.FisherExact;
import io.virality.domain.stats.Interval;
import io.virality.domain.stats.MannWhitney;
import io.virality.domain.stats.Proportion;
import io.virality.domain.stats.TwoProportions;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How often the methods of experiments err where there is nothing to find: the rate of false alarms and the coverage of
 * intervals over 10,000 simulated A/A experiments each, with their Monte-Carlo intervals. It names the methods whose
 * interval leaves out what they promise, and ends with an error if one errs more often. Some are used where they must not
 * be, and promise nothing: they show why the product does otherwise.
 *
 * <p>{@code java -cp benchmarks/target/benchmarks.jar io.virality.benchmarks.ErrorRateBenchmark [runs [seed]]}
 */
public final class ErrorRateBenchmark {

    private static final double ALPHA = .05;

    /** Of the Monte-Carlo intervals: with so many of them, some of 95 % would leave out the truth by chance. */
    private static final double CONFIDENCE = .999;

    private static final FixedTest FIXED = new FixedTest(ALPHA, Alternative.TWO_SIDED);
    private static final ConfidenceSequence ANYTIME =
            new ConfidenceSequence(ALPHA, ConfidenceSequence.USUAL_TUNING, Alternative.TWO_SIDED);
    private static final int LOOKS = 20;
    private static final Outcome NORMAL = Outcome.normal(10, 3);
    private static final Outcome RATIO = Outcome.ratio(.05, .02);
    private static final String WHY_SEQUENTIAL = "why a running experiment is judged by the always-valid engine";
    private static final String VARIATION = SimulatedExperiment.VARIATION + 1;

    private ErrorRateBenchmark() {}

    /** What a method promises of its false alarms. */
    private enum Promise {
        /** They are as frequent as alpha, and intervals cover the truth as often as they say. */
        EXACT,
        /** They are no more frequent than alpha, and intervals cover the truth at least as often as they say. */
        BOUND,
        /** None: it is used where it must not be. */
        NONE
    }

    /**
     * What a simulated experiment tells of a method.
     *
     * @param alarm whether it finds a difference
     * @param covers whether its interval holds the truth; empty where it has none
     */
    private record Told(boolean alarm, Optional<Boolean> covers) {

        static Told of(boolean alarm) {
            return new Told(alarm, Optional.empty());
        }

        static Told of(double p, Interval interval, double truth) {
            return new Told(p < ALPHA, Optional.of(holds(interval, truth)));
        }
    }

    private interface Experiment {
        Told run(SplittableRandom random);
    }

    private record Method(String name, Promise promise, Experiment experiment, String note) {

        Method with(String why) {
            return new Method(name, promise, experiment, why);
        }
    }

    /** What the errors of a method say of its promise. */
    private enum Verdict {
        KEPT,
        ERRS_LESS,
        ERRS_MORE;

        static Verdict of(Promise promise, Proportion errors) {
            Interval interval = errors.wilson(CONFIDENCE);
            if (promise != Promise.NONE && interval.low() > ALPHA) {
                return ERRS_MORE;
            }
            return promise == Promise.EXACT && interval.high() < ALPHA ? ERRS_LESS : KEPT;
        }

        Verdict graver(Verdict other) {
            return compareTo(other) >= 0 ? this : other;
        }
    }

    /** Prints the table. */
    public static void main(String[] arguments) {
        int runs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
        System.out.printf(
                Locale.ROOT,
                "%,d runs each, seed %d, alpha %.2f, Monte-Carlo intervals of %.1f %%%n",
                runs,
                seed,
                ALPHA,
                100 * CONFIDENCE);
        System.out.println("| method | promised errors | false alarms | coverage | |");
        System.out.println("| --- | --- | ---: | ---: | --- |");
        Map<Verdict, List<String>> verdicts = new EnumMap<>(Verdict.class);
        long start = System.nanoTime();
        for (Method method : methods()) {
            Verdict verdict = run(method, runs, new SplittableRandom(seed));
            verdicts.computeIfAbsent(verdict, unseen -> new ArrayList<>()).add(method.name());
        }
        System.out.printf(Locale.ROOT, "%.0f s%n", (System.nanoTime() - start) / 1e9);
        System.out.println("err less often than they promise: " + verdicts.getOrDefault(Verdict.ERRS_LESS, List.of()));
        System.out.println("err more often than they promise: " + verdicts.getOrDefault(Verdict.ERRS_MORE, List.of()));
        System.exit(verdicts.containsKey(Verdict.ERRS_MORE) ? 1 : 0);
    }

    private static Verdict run(Method method, int runs, SplittableRandom random) {
        int alarms = 0;
        int intervals = 0;
        int covering = 0;
        for (int i = 0; i < runs; i++) {
            Told told = method.experiment().run(random.split());
            alarms += told.alarm() ? 1 : 0;
            intervals += told.covers().isPresent() ? 1 : 0;
            covering += told.covers().orElse(false) ? 1 : 0;
        }
        Proportion alarmed = new Proportion(alarms, runs);
        Verdict verdict = Verdict.of(method.promise(), alarmed);
        String coverage = "";
        if (intervals > 0) {
            verdict = verdict.graver(Verdict.of(method.promise(), new Proportion(intervals - covering, intervals)));
            coverage = percent(new Proportion(covering, intervals));
        }
        System.out.printf(
                Locale.ROOT,
                "| %s | %s | %s | %s | %s |%n",
                method.name(),
                switch (method.promise()) {
                    case EXACT -> "5 %";
                    case BOUND -> "at most 5 %";
                    case NONE -> "none";
                },
                percent(alarmed),
                coverage,
                Stream.of(
                                switch (verdict) {
                                    case KEPT -> "";
                                    case ERRS_LESS -> "errs less";
                                    case ERRS_MORE -> "**errs more**";
                                },
                                method.note())
                        .filter(words -> !words.isEmpty())
                        .collect(Collectors.joining(": ")));
        return verdict;
    }

    private static String percent(Proportion share) {
        Interval interval = share.wilson(CONFIDENCE);
        return String.format(
                Locale.ROOT,
                "%.2f %% (%.2f to %.2f)",
                100 * share.share(),
                100 * interval.low(),
                100 * interval.high());
    }

    private static List<Method> methods() {
        Shape peeked = Shape.of(NORMAL, 10_000).lookedAt(LOOKS);
        Shape shares = Shape.of(Outcome.share(.1), 4_000);
        Shape sharesPeeked = Shape.of(Outcome.share(.1), 10_000).lookedAt(LOOKS);
        Shape halves = Shape.of(Outcome.share(.5), 10_000).lookedAt(LOOKS);
        Outcome skewed = new Outcome(Metric.Kind.MEAN, 10, 30, true, 0);
        List<Double> unequal = List.of(1.0, 9.0);
        return List.of(
                exact("Welch, 400 units", fixed(Shape.of(NORMAL, 400))),
                exact("Welch, log-normal with a deviation of 3 means, 400 units", fixed(Shape.of(skewed, 400)))
                        .with(
                                "a large value also makes its error large; ranks are shown beside it, and outliers warned of"),
                exact("the same, 40,000 units", fixed(Shape.of(skewed, 40_000))),
                none(
                                "the same, 400 units, 10 % of them in the control",
                                fixed(Shape.of(skewed, 400).with(unequal)))
                        .with("why arms of fewer than 150 units are warned of"),
                exact("two proportions, 10 % of 4,000 units", proportions(shares)),
                bound("Fisher, 2 % of 400 units", fisher()).with("exact tests of few events are never too bold"),
                exact("Mann-Whitney, log-normal, 400 units", ranks(skewed)),
                exact("ratio by the delta method, 2,000 units", fixed(Shape.of(RATIO, 2_000))),
                exact("relative lift by the delta method, 1,000 units", relative(Shape.of(NORMAL, 1_000))),
                exact("relative lift by Fieller, weak baseline (g .15), 800 units", fieller(800, true)),
                none("the same by the delta method", fieller(800, false)).with("why Fieller is taken from g .05 on"),
                bound("relative lift by Fieller, weaker baseline (g .3), 400 units", fieller(400, true))
                        .with("where g reaches 1 no lift is shown, and any may be true"),
                exact("CUPED, mean, correlation .7, 1,000 units", fixed(Shape.of(NORMAL.correlated(.7), 1_000))),
                exact(
                        "CUPED, share, correlation .5, 4,000 units",
                        fixed(Shape.of(Outcome.share(.2).correlated(.5), 4_000))),
                exact("CUPED, ratio, correlation .7, 4,000 units", fixed(Shape.of(RATIO.correlated(.7), 4_000))),
                exact("CR2, some 80 clusters of 30, correlation .1", clusters(2_400)),
                exact("CR2, some 40 clusters of 30, correlation .1", clusters(1_200)),
                exact("CR2, some 10 clusters of 30, correlation .1", clusters(300))
                        .with("degrees of freedom are rough then, on the safe side; below 20 clusters it is warned of"),
                none("Welch over the units of 40 clusters", fixed(clustered(1_200)))
                        .with("why --cluster is there"),
                bound("Holm, three variations, any false alarm", family(FamilyCorrection.HOLM::adjusted)),
                bound(
                        "Benjamini-Hochberg, three variations, any false alarm",
                        family(FamilyCorrection.BENJAMINI_HOCHBERG::adjusted)),
                none("three variations without correction, any false alarm", family(p -> p))
                        .with("why there is a correction"),
                exact("Bayesian credible interval, flat prior, 2,000 units", bayesian(Shape.of(NORMAL, 2_000))),
                bound("always valid, means, at any of 20 looks", peeked(peeked, true)),
                bound("always valid, shares of 10 %, at any of 20 looks", peeked(sharesPeeked, true)),
                bound(
                        "always valid, ratios, at any of 20 looks",
                        peeked(Shape.of(RATIO, 10_000).lookedAt(LOOKS), true)),
                none("Welch, means, at any of 20 looks", peeked(peeked, false)).with(WHY_SEQUENTIAL),
                none("Welch, shares of 10 %, at any of 20 looks", peeked(sharesPeeked, false))
                        .with(WHY_SEQUENTIAL),
                exact("sample ratio by chi-square, once", sampleRatio(Shape.of(Outcome.share(.5), 4_000))),
                bound("sample ratio, sequential, at any of 20 looks", sequentialSampleRatio(halves)),
                none("sample ratio by chi-square, at any of 20 looks", sampleRatio(halves))
                        .with("why there is a sequential one"),
                exact("non-inferiority, the whole margin of 2 % lost, 2,000 units", nonInferiority()));
    }

    private static Method exact(String name, Experiment experiment) {
        return new Method(name, Promise.EXACT, experiment, "");
    }

    private static Method bound(String name, Experiment experiment) {
        return new Method(name, Promise.BOUND, experiment, "");
    }

    private static Method none(String name, Experiment experiment) {
        return new Method(name, Promise.NONE, experiment, "");
    }

    private static Experiment fixed(Shape shape) {
        return fixed(shape, Difference.ABSOLUTE);
    }

    private static Experiment relative(Shape shape) {
        return fixed(shape, Difference.RELATIVE);
    }

    private static Experiment fixed(Shape shape, Difference difference) {
        return random -> {
            Judgement judgement = FIXED.judge(effect(once(shape, random), difference));
            return Told.of(judgement.p(), judgement.interval(), 0);
        };
    }

    private static Experiment proportions(Shape shape) {
        return random -> {
            TwoProportions pair = pair(once(shape, random));
            return Told.of(TwoProportions.pValue(pair.pooledZ()), pair.wald(1 - ALPHA), 0);
        };
    }

    private static TwoProportions pair(Evidence evidence) {
        ProportionStatistics control = (ProportionStatistics) control(evidence);
        ProportionStatistics treatment = (ProportionStatistics) treatment(evidence);
        return new TwoProportions(
                new Proportion(control.successes(), control.units()),
                new Proportion(treatment.successes(), treatment.units()));
    }

    /** With a lift of a half: of none, both intervals leave out the truth alike. */
    private static Experiment fieller(long units, boolean fieller) {
        Shape shape = Shape.of(Outcome.normal(1, 4), units).with(.5);
        return random -> {
            Evidence evidence = once(shape, random);
            RelativeLift lift = new RelativeLift(control(evidence), treatment(evidence), 1 - ALPHA);
            // Where any lift may be true, the interval is all there is, which holds the truth.
            boolean covers = fieller
                    ? lift.byFieller()
                            .map(interval -> holds(interval, shape.effect()))
                            .orElse(true)
                    : holds(lift.byDeltaMethod(), shape.effect());
            return new Told(!covers, Optional.of(covers));
        };
    }

    private static Experiment fisher() {
        Shape shape = Shape.of(Outcome.share(.02), 400);
        return random -> {
            TwoProportions pair = pair(once(shape, random));
            double p = new FisherExact(
                            Math.round(pair.treatment().successes()),
                            Math.round(pair.treatment().n()),
                            Math.round(pair.control().successes()),
                            Math.round(pair.control().n()))
                    .twoSided();
            return Told.of(p, pair.newcombe(1 - ALPHA), 0);
        };
    }

    /** Of values drawn here: the evidence of simulated experiments keeps none. */
    private static Experiment ranks(Outcome outcome) {
        double logVariance = Math.log1p(outcome.deviation() * outcome.deviation() / (outcome.mean() * outcome.mean()));
        return random -> {
            double[][] arms = new double[2][];
            for (int arm = 0; arm < 2; arm++) {
                arms[arm] = DoubleStream.generate(() -> Math.exp(Math.sqrt(logVariance) * random.nextGaussian()))
                        .limit(200)
                        .toArray();
            }
            return Told.of(MannWhitney.of(arms[1], arms[0]).twoSided() < ALPHA);
        };
    }

    private static Shape clustered(long units) {
        return Shape.of(NORMAL, units).with(new Clusters(30, .1));
    }

    /** As many clusters in each variation as chance will have it, but two at least. */
    private static Experiment clusters(long units) {
        return random -> {
            Map<String, List<Moments>> clusters;
            do {
                clusters = once(clustered(units), random).metrics().get(0).clusters();
            } while (clusters.values().stream().anyMatch(arm -> arm.size() < 2));
            Comparison comparison = new ClusterRobust(
                            means(clusters.get(SimulatedExperiment.CONTROL)), means(clusters.get(VARIATION)))
                    .compare(Difference.ABSOLUTE);
            Judgement judgement = FIXED.judge((Effect) comparison);
            return Told.of(judgement.p(), judgement.interval(), 0);
        };
    }

    private static List<ClusterRobust.Cluster> means(List<Moments> clusters) {
        return clusters.stream()
                .map(cluster -> new ClusterRobust.Cluster(cluster.n(), cluster.mean(0)))
                .toList();
    }

    private static Experiment family(UnaryOperator<double[]> correction) {
        Shape shape = Shape.of(NORMAL, 1_600).with(List.of(1.0, 1.0, 1.0, 1.0));
        return random -> {
            Map<String, SufficientStatistics> arms =
                    once(shape, random).metrics().get(0).statistics();
            double[] p = IntStream.rangeClosed(1, 3)
                    .mapToDouble(i -> FIXED.judge((Effect) Comparison.of(
                                    arms.get(SimulatedExperiment.CONTROL),
                                    arms.get(SimulatedExperiment.VARIATION + i),
                                    Difference.ABSOLUTE))
                            .p())
                    .toArray();
            return Told.of(DoubleStream.of(correction.apply(p)).anyMatch(each -> each < ALPHA));
        };
    }

    private static Experiment bayesian(Shape shape) {
        return random -> {
            Interval interval = PosteriorEffect.of(
                            effect(once(shape, random), Difference.ABSOLUTE), PosteriorEffect.Prior.FLAT)
                    .interval(1 - ALPHA);
            return new Told(!holds(interval, 0), Optional.of(holds(interval, 0)));
        };
    }

    /** An alarm at any look; an interval that covers at all. */
    private static Experiment peeked(Shape shape, boolean anytime) {
        return random -> {
            SimulatedExperiment experiment = new SimulatedExperiment(shape, random);
            boolean alarm = false;
            boolean covers = true;
            for (int look = 0; look < shape.looks(); look++) {
                Effect effect = effect(experiment.nextLook(), Difference.ABSOLUTE);
                Judgement judgement = anytime ? ANYTIME.judge(effect) : FIXED.judge(effect);
                alarm |= judgement.p() < ALPHA;
                covers &= holds(judgement.interval(), 0);
            }
            return new Told(alarm, Optional.of(covers));
        };
    }

    private static Experiment sampleRatio(Shape shape) {
        return random -> {
            SimulatedExperiment experiment = new SimulatedExperiment(shape, random);
            boolean alarm = false;
            for (int look = 0; look < shape.looks(); look++) {
                alarm |= SampleRatio.of(units(experiment.nextLook()), new double[] {.5, .5})
                                .pValue()
                        < ALPHA;
            }
            return Told.of(alarm);
        };
    }

    private static Experiment sequentialSampleRatio(Shape shape) {
        return random -> {
            SimulatedExperiment experiment = new SimulatedExperiment(shape, random);
            SequentialSampleRatio ratio = SequentialSampleRatio.of(SequentialSampleRatio.USUAL_CONCENTRATION);
            for (int look = 0; look < shape.looks(); look++) {
                ratio = ratio.look(units(experiment.nextLook()), new double[] {.5, .5});
            }
            return Told.of(ratio.pValue() < ALPHA);
        };
    }

    private static Experiment nonInferiority() {
        Shape shape = Shape.of(NORMAL, 2_000).with(-Metric.USUAL_MARGIN);
        AnalysisPlan plan = AnalysisPlan.of(
                "non-inferiority",
                SimulatedExperiment.CONTROL,
                Metric.of("primary", Metric.Kind.MEAN, Metric.Role.PRIMARY),
                new Metric(
                        "guardrail",
                        Metric.Kind.MEAN,
                        Metric.Role.GUARDRAIL,
                        true,
                        OptionalDouble.of(Metric.USUAL_MARGIN)));
        return random -> {
            Evidence evidence = once(shape, random);
            Evidence.OfMetric metric = evidence.metrics().get(0);
            Analysis analysis = Analysis.of(plan, new Evidence(evidence.units(), 0, 0, List.of(metric, metric)));
            return Told.of(
                    analysis.results().get(1).nonInferiority().orElseThrow().holds());
        };
    }

    private static Evidence once(Shape shape, SplittableRandom random) {
        return new SimulatedExperiment(shape, random).nextLook();
    }

    private static Effect effect(Evidence evidence, Difference difference) {
        return (Effect) Comparison.of(control(evidence), treatment(evidence), difference);
    }

    private static SufficientStatistics control(Evidence evidence) {
        return evidence.metrics().get(0).statistics().get(SimulatedExperiment.CONTROL);
    }

    private static SufficientStatistics treatment(Evidence evidence) {
        return evidence.metrics().get(0).statistics().get(VARIATION);
    }

    private static long[] units(Evidence evidence) {
        return new long[] {
            evidence.units().get(SimulatedExperiment.CONTROL), evidence.units().get(VARIATION)
        };
    }

    private static boolean holds(Interval interval, double value) {
        return interval.low() <= value && value <= interval.high();
    }
}
