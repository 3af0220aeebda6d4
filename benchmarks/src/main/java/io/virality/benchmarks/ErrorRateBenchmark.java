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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * How often the methods of experiments err where there is nothing to find: the rate of false alarms and the coverage of
 * intervals over 10,000 simulated A/A experiments each, with their Monte-Carlo intervals. It names the methods whose
 * interval leaves out what they promise, and ends with an error if there are any but those that are there to show why.
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

    private record Method(String name, Promise promise, Experiment experiment) {}

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
        System.out.println("| method | promise | false alarms | coverage | |");
        System.out.println("| --- | --- | ---: | ---: | --- |");
        List<String> outside = new ArrayList<>();
        long start = System.nanoTime();
        for (Method method : methods()) {
            if (!run(method, runs, new SplittableRandom(seed))) {
                outside.add(method.name());
            }
        }
        System.out.printf(Locale.ROOT, "%.0f s%n", (System.nanoTime() - start) / 1e9);
        System.out.println(outside.isEmpty() ? "all keep what they promise" : "outside: " + outside);
        System.exit(outside.isEmpty() ? 0 : 1);
    }

    private static boolean run(Method method, int runs, SplittableRandom random) {
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
        Optional<Proportion> covered =
                intervals == 0 ? Optional.empty() : Optional.of(new Proportion(covering, intervals));
        boolean kept = kept(method.promise(), alarmed, ALPHA)
                && covered.map(share -> kept(method.promise(), missed(share), ALPHA))
                        .orElse(true);
        System.out.printf(
                Locale.ROOT,
                "| %s | %s | %s | %s | %s |%n",
                method.name(),
                switch (method.promise()) {
                    case EXACT -> "alpha";
                    case BOUND -> "at most alpha";
                    case NONE -> "none";
                },
                percent(alarmed),
                covered.map(ErrorRateBenchmark::percent).orElse(""),
                kept ? "" : "outside");
        return kept;
    }

    private static Proportion missed(Proportion covered) {
        return new Proportion(covered.n() - covered.successes(), covered.n());
    }

    private static boolean kept(Promise promise, Proportion errors, double promised) {
        Interval interval = errors.wilson(CONFIDENCE);
        return switch (promise) {
            case EXACT -> holds(interval, promised);
            case BOUND -> interval.low() <= promised;
            case NONE -> true;
        };
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
        Shape normal = Shape.of(NORMAL, 400);
        Shape peeked = Shape.of(NORMAL, 10_000).lookedAt(LOOKS);
        Shape shares = Shape.of(Outcome.share(.1), 4_000);
        Outcome skewed = new Outcome(Metric.Kind.MEAN, 10, 30, true, 0);
        return List.of(
                exact("Welch, 400 units", of(normal, Difference.ABSOLUTE)),
                exact(
                        "Welch, log-normal with a deviation of 3 means, 400 units",
                        skewed(skewed, 400, List.of(1.0, 1.0))),
                exact("the same, 40,000 units", skewed(skewed, 40_000, List.of(1.0, 1.0))),
                none("the same, 10 % in the control, 400 units", skewed(skewed, 400, List.of(1.0, 9.0))),
                exact("two proportions, 10 % of 4,000 units", proportions(shares)),
                exact("ratio by the delta method, 2,000 units", of(Shape.of(RATIO, 2_000), Difference.ABSOLUTE)),
                exact(
                        "relative lift by the delta method, 1,000 units",
                        of(Shape.of(NORMAL, 1_000), Difference.RELATIVE)),
                exact("relative lift by Fieller, weak baseline, 400 units", fieller(true)),
                none("the same by the delta method", fieller(false)),
                bound("Fisher, 2 % of 400 units", fisher()),
                exact("Mann-Whitney, log-normal, 400 units", ranks(skewed)),
                exact(
                        "CUPED, mean, correlation .7, 1,000 units",
                        of(Shape.of(NORMAL.correlated(.7), 1_000), Difference.ABSOLUTE)),
                exact(
                        "CUPED, share, correlation .5, 4,000 units",
                        of(Shape.of(Outcome.share(.2).correlated(.5), 4_000), Difference.ABSOLUTE)),
                exact(
                        "CUPED, ratio, correlation .7, 4,000 units",
                        of(Shape.of(RATIO.correlated(.7), 4_000), Difference.ABSOLUTE)),
                exact("CR2, some 40 clusters of 30, correlation .1", clusters(1_200)),
                exact("CR2, some 10 clusters of 30, correlation .1", clusters(300)),
                none("Welch over the units of 40 clusters", of(clustered(1_200), Difference.ABSOLUTE)),
                bound("Holm, three variations, any false alarm", family(FamilyCorrection.HOLM)),
                bound(
                        "Benjamini-Hochberg, three variations, any false alarm",
                        family(FamilyCorrection.BENJAMINI_HOCHBERG)),
                none("three variations without correction, any false alarm", family(null)),
                exact("Bayesian credible interval, flat prior, 2,000 units", bayesian(Shape.of(NORMAL, 2_000))),
                bound("always valid, 20 looks, means", peeked(peeked, true)),
                bound(
                        "always valid, 20 looks, shares of 10 %",
                        peeked(Shape.of(Outcome.share(.1), 10_000).lookedAt(LOOKS), true)),
                none("Welch, 20 looks", peeked(peeked, false)),
                exact("sample ratio, once", sampleRatio(Shape.of(Outcome.share(.5), 4_000))),
                bound("sample ratio, sequential, 20 looks", sequentialSampleRatio()),
                none(
                        "sample ratio, chi-square at each of 20 looks",
                        sampleRatio(Shape.of(Outcome.share(.5), 10_000).lookedAt(LOOKS))),
                exact("non-inferiority, the whole margin of 2 % lost, 2,000 units", nonInferiority()));
    }

    private static Method exact(String name, Experiment experiment) {
        return new Method(name, Promise.EXACT, experiment);
    }

    private static Method bound(String name, Experiment experiment) {
        return new Method(name, Promise.BOUND, experiment);
    }

    private static Method none(String name, Experiment experiment) {
        return new Method(name, Promise.NONE, experiment);
    }

    private static Experiment of(Shape shape, Difference difference) {
        return random -> {
            Judgement judgement = FIXED.judge(effect(once(shape, random), difference));
            return Told.of(judgement.p(), judgement.interval(), 0);
        };
    }

    private static Experiment skewed(Outcome outcome, long units, List<Double> weights) {
        return of(Shape.of(outcome, units).with(weights), Difference.ABSOLUTE);
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
    private static Experiment fieller(boolean fieller) {
        Shape shape = Shape.of(Outcome.normal(1, 4), 400).with(.5);
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

    private static Experiment family(FamilyCorrection correction) {
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
            double[] corrected = correction == null ? p : correction.adjusted(p);
            return Told.of(DoubleStream.of(corrected).anyMatch(each -> each < ALPHA));
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

    private static Experiment sequentialSampleRatio() {
        Shape shape = Shape.of(Outcome.share(.5), 10_000).lookedAt(LOOKS);
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
