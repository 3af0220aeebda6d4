package io.virality.domain.experiment;

import io.virality.domain.experiment.MetricResult.Belief;
import io.virality.domain.experiment.MetricResult.Figure;
import io.virality.domain.experiment.MetricResult.LeftOut;
import io.virality.domain.experiment.MetricResult.NonInferiority;
import io.virality.domain.experiment.MetricResult.OtherUnit;
import io.virality.domain.experiment.MetricResult.Outliers;
import io.virality.domain.experiment.MetricResult.Ranks;
import io.virality.domain.stats.FisherExact;
import io.virality.domain.stats.Interval;
import io.virality.domain.stats.MannWhitney;
import io.virality.domain.stats.Normal;
import io.virality.domain.stats.Proportion;
import io.virality.domain.stats.TwoProportions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Judges one metric in one variation by the plan's engine. */
final class Judge {

    /** With fewer successes or failures than this in an arm, the normal distribution is no longer near. */
    private static final double SMALL_COUNT = 10;

    private final AnalysisPlan plan;

    Judge(AnalysisPlan plan) {
        this.plan = plan;
    }

    /** With fewer clusters in an arm, the distribution of a difference is not known well enough. */
    static final int FEW_CLUSTERS = 10;

    /** What was found of two arms. */
    record Found(Method method, OptionalDouble p, Optional<Figure> absolute, Optional<Figure> relative) {}

    /** What was dealt as a whole to two arms: clusters, or creators one by one; none where neither was. */
    private record Dealt(List<Moments> control, List<Moments> treatment) {

        static Dealt of(Evidence.OfMetric evidence, String control, String variation) {
            Map<String, List<Moments>> dealt =
                    evidence.clusters().isEmpty() ? evidence.creators() : evidence.clusters();
            return new Dealt(dealt.getOrDefault(control, List.of()), dealt.getOrDefault(variation, List.of()));
        }

        boolean any() {
            return !control.isEmpty() && !treatment.isEmpty();
        }

        boolean few() {
            return any() && Math.min(control.size(), treatment.size()) < FEW_CLUSTERS;
        }

        double randomized(SufficientStatistics alike) {
            List<Moments> both = new ArrayList<>(control);
            both.addAll(treatment);
            return new ClusterDeals(ClusterSums.above(both), ClusterSums.below(alike, both), treatment.size()).pValue();
        }
    }

    /** Two arms of a metric, and their clusters, if there are any. */
    record Arms(
            SufficientStatistics control,
            SufficientStatistics treatment,
            List<Moments> controlClusters,
            List<Moments> treatmentClusters) {

        static Arms of(SufficientStatistics control, SufficientStatistics treatment) {
            return new Arms(control, treatment, List.of(), List.of());
        }

        boolean clustered() {
            return !controlClusters.isEmpty() && !treatmentClusters.isEmpty();
        }

        private boolean adjusted() {
            return control instanceof AdjustedStatistics || control instanceof AdjustedRatioStatistics;
        }

        private boolean ofOneValue() {
            return control instanceof MeanStatistics || control instanceof ProportionStatistics;
        }

        Comparison compare(Difference difference) {
            if (!clustered()) {
                return Comparison.of(control, treatment, difference);
            }
            if (!ofOneValue()) {
                return Comparison.of(
                        ClusterSums.of(control, controlClusters),
                        ClusterSums.of(treatment, treatmentClusters),
                        difference);
            }
            return controlClusters.size() < 2 || treatmentClusters.size() < 2
                    ? Incomparable.WITHOUT_VARIANCE
                    : new ClusterRobust(ClusterSums.means(controlClusters), ClusterSums.means(treatmentClusters))
                            .compare(difference);
        }

        Method method() {
            if (clustered()) {
                return ofOneValue() ? Method.CLUSTER_ROBUST_CR2 : Method.CLUSTER_DELTA_METHOD;
            }
            if (adjusted()) {
                return Method.CUPED;
            }
            if (control instanceof ProportionStatistics) {
                return Method.TWO_PROPORTIONS;
            }
            return control instanceof MeanStatistics ? Method.WELCH : Method.DELTA_METHOD;
        }
    }

    MetricResult judge(Metric metric, Evidence.OfMetric evidence, String variation) {
        SufficientStatistics control = evidence.statistics().get(plan.control());
        SufficientStatistics treatment = evidence.statistics().get(variation);
        Arms arms = new Arms(
                control,
                treatment,
                evidence.clusters().getOrDefault(plan.control(), List.of()),
                evidence.clusters().getOrDefault(variation, List.of()));
        Dealt dealt = Dealt.of(evidence, plan.control(), variation);
        Found found = find(arms, dealt);
        Comparison effect = arms.compare(Difference.ABSOLUTE);
        return new MetricResult(
                metric,
                variation,
                plan.control(),
                found.method(),
                control.units(),
                treatment.units(),
                control.value(),
                treatment.value(),
                found.absolute(),
                found.relative(),
                found.p(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                effect instanceof Effect known ? belief(metric, known) : Optional.empty(),
                effect instanceof Effect known && arms.adjusted() && !arms.clustered()
                        ? OptionalDouble.of(known.adjustment().varianceSaved())
                        : OptionalDouble.empty(),
                ranks(evidence.ranked(), variation),
                evidence.extremes().flatMap(extremes -> outliers(extremes, arms, variation)),
                leftOut(arms, dealt),
                evidence.otherwise().flatMap(otherwise -> otherUnit(found, otherwise, variation)),
                metric.margin().isPresent() && effect instanceof Effect known
                        ? Optional.of(nonInferiority(metric, known))
                        : Optional.empty());
    }

    private Found find(Arms arms, Dealt dealt) {
        Found found = find(arms);
        boolean randomized = plan.engine() == Engine.FREQUENTIST
                && dealt.few()
                && !arms.adjusted()
                && found.absolute().isPresent();
        return randomized
                ? new Found(
                        Method.CLUSTER_RANDOMIZATION,
                        OptionalDouble.of(dealt.randomized(arms.control())),
                        found.absolute(),
                        found.relative())
                : found;
    }

    /** The effect by the method that fits, judged by the engine. */
    Found find(Arms arms) {
        boolean shares = arms.method() == Method.TWO_PROPORTIONS && plan.engine() == Engine.FREQUENTIST;
        if (shares && arms.control().units() > 0 && arms.treatment().units() > 0) {
            return shares((ProportionStatistics) arms.control(), (ProportionStatistics) arms.treatment());
        }
        return new Found(
                arms.method(),
                p(arms.compare(Difference.ABSOLUTE)),
                figure(arms.compare(Difference.ABSOLUTE)),
                relative(arms));
    }

    private Found shares(ProportionStatistics control, ProportionStatistics treatment) {
        TwoProportions pair = new TwoProportions(
                new Proportion(control.successes(), control.units()),
                new Proportion(treatment.successes(), treatment.units()));
        boolean small = fewest(control) < SMALL_COUNT || fewest(treatment) < SMALL_COUNT;
        Interval interval = small ? pair.newcombe(plan.confidence()) : pair.wald(plan.confidence());
        double p = small
                ? new FisherExact(
                                Math.round(treatment.successes()),
                                treatment.units(),
                                Math.round(control.successes()),
                                control.units())
                        .twoSided()
                : TwoProportions.pValue(pair.pooledZ());
        double error = Math.sqrt(control.variance() / control.units() + treatment.variance() / treatment.units());
        return new Found(
                small ? Method.FISHER_EXACT : Method.TWO_PROPORTIONS,
                OptionalDouble.of(p),
                Optional.of(new Figure(pair.difference(), error, interval)),
                relative(Arms.of(control, treatment)));
    }

    private static double fewest(ProportionStatistics share) {
        return Math.min(share.successes(), share.units() - share.successes());
    }

    private OptionalDouble p(Comparison comparison) {
        return comparison instanceof Effect effect && plan.engine() != Engine.BAYESIAN
                ? OptionalDouble.of(judgement(effect).p())
                : OptionalDouble.empty();
    }

    private Judgement judgement(Effect effect) {
        return plan.engine() == Engine.SEQUENTIAL
                ? new ConfidenceSequence(plan.alpha(), plan.tuning(), Alternative.TWO_SIDED).judge(effect)
                : new FixedTest(plan.alpha(), Alternative.TWO_SIDED).judge(effect);
    }

    private Optional<Figure> figure(Comparison comparison) {
        if (!(comparison instanceof Effect effect)) {
            return Optional.empty();
        }
        if (plan.engine() == Engine.BAYESIAN) {
            PosteriorEffect posterior = PosteriorEffect.of(effect, plan.prior());
            return Optional.of(
                    new Figure(posterior.mean(), posterior.deviation(), posterior.interval(plan.confidence())));
        }
        Judgement judgement = judgement(effect);
        return Optional.of(new Figure(judgement.estimate(), judgement.standardError(), judgement.interval()));
    }

    /** By Fieller's method where the baseline is weak; then empty where any lift may be true. */
    private Optional<Figure> relative(Arms arms) {
        Optional<Figure> delta = figure(arms.compare(Difference.RELATIVE));
        if (delta.isEmpty() || plan.engine() != Engine.FREQUENTIST || !weak(arms)) {
            return delta;
        }
        RelativeLift lift = new RelativeLift(arms.control(), arms.treatment(), plan.confidence());
        return lift.byFieller()
                .map(interval -> new Figure(lift.estimate(), delta.get().standardError(), interval));
    }

    private boolean weak(Arms arms) {
        return !arms.clustered()
                && !arms.adjusted()
                && new RelativeLift(arms.control(), arms.treatment(), plan.confidence()).weakness()
                        > RelativeLift.WEAK_BASELINE;
    }

    private Optional<Belief> belief(Metric metric, Effect effect) {
        if (plan.engine() != Engine.BAYESIAN) {
            return Optional.empty();
        }
        PosteriorEffect posterior = PosteriorEffect.of(effect, plan.prior());
        return Optional.of(
                metric.higherIsBetter()
                        ? new Belief(posterior.chanceAbove(), posterior.lossAbove())
                        : new Belief(posterior.chanceBelow(), posterior.lossBelow()));
    }

    private Optional<Ranks> ranks(Map<String, double[]> values, String variation) {
        double[] control = values.getOrDefault(plan.control(), new double[0]);
        double[] treatment = values.getOrDefault(variation, new double[0]);
        if (control.length == 0 || treatment.length == 0) {
            return Optional.empty();
        }
        MannWhitney test = MannWhitney.of(treatment, control);
        return Optional.of(new Ranks(test.twoSided(), test.superiority()));
    }

    private Optional<Outliers> outliers(Evidence.Extremes extremes, Arms arms, String variation) {
        Comparison all = Comparison.of(arms.control(), arms.treatment(), Difference.ABSOLUTE);
        Comparison withoutLargest = without(extremes.withoutLargest(), variation);
        Comparison withoutTop = without(extremes.withoutTop(), variation);
        if (arms.clustered()
                || !(all instanceof Effect effect)
                || !(withoutLargest instanceof Effect largestOut)
                || !(withoutTop instanceof Effect topOut)) {
            return Optional.empty();
        }
        SufficientStatistics arm = extremes.in().equals(plan.control()) ? arms.control() : arms.treatment();
        boolean here = extremes.in().equals(plan.control()) || extremes.in().equals(variation);
        return Optional.of(new Outliers(
                extremes.largest(),
                extremes.in(),
                here ? share(extremes.largest(), arm) : 0,
                effect.standardized(0),
                largestOut.standardized(0),
                extremes.above(),
                extremes.removed(),
                topOut.standardized(0),
                direction(effect) != direction(topOut)));
    }

    private Comparison without(Map<String, SufficientStatistics> rest, String variation) {
        return Comparison.of(rest.get(plan.control()), rest.get(variation), Difference.ABSOLUTE);
    }

    private int direction(Effect effect) {
        Judgement judgement = judgement(effect);
        return new Figure(judgement.estimate(), judgement.standardError(), judgement.interval()).direction();
    }

    private static double share(double largest, SufficientStatistics arm) {
        double apart = largest - arm.value();
        boolean sums = arm instanceof RatioStatistics || arm instanceof AdjustedRatioStatistics;
        return sums ? 0 : apart * apart / (arm.variance() * (arm.units() - 1));
    }

    private static Optional<LeftOut> leftOut(Arms arms, Dealt dealt) {
        if (!dealt.any()) {
            return Optional.empty();
        }
        double[] control = ClusterSums.valuesWithoutEach(arms.control(), dealt.control());
        double[] treatment = ClusterSums.valuesWithoutEach(arms.treatment(), dealt.treatment());
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        double relativeLow = Double.POSITIVE_INFINITY;
        double relativeHigh = Double.NEGATIVE_INFINITY;
        double controlValue = arms.control().value();
        double treatmentValue = arms.treatment().value();
        for (int i = 0; i < control.length + treatment.length; i++) {
            double from = i < control.length ? control[i] : controlValue;
            double to = i < control.length ? treatmentValue : treatment[i - control.length];
            low = Math.min(low, to - from);
            high = Math.max(high, to - from);
            relativeLow = Math.min(relativeLow, (to - from) / Math.abs(from));
            relativeHigh = Math.max(relativeHigh, (to - from) / Math.abs(from));
        }
        return Double.isFinite(relativeLow) && Double.isFinite(relativeHigh)
                ? Optional.of(new LeftOut(control.length + treatment.length, low, high, relativeLow, relativeHigh))
                : Optional.empty();
    }

    /** Few rows may be the units, but they are sums of many: their ratio is judged by the normal distribution. */
    private Optional<OtherUnit> otherUnit(Found found, Evidence.Otherwise otherwise, String variation) {
        Comparison comparison = Comparison.of(
                otherwise.statistics().get(plan.control()),
                otherwise.statistics().get(variation),
                Difference.ABSOLUTE);
        if (found.absolute().isEmpty() || !(comparison instanceof Effect effect)) {
            return Optional.empty();
        }
        boolean fixed = plan.engine() == Engine.FREQUENTIST;
        double width = Normal.exceeded(plan.alpha() / 2) * effect.standardError();
        Figure figure = fixed
                ? new Figure(
                        effect.estimate(),
                        effect.standardError(),
                        new Interval(effect.estimate() - width, effect.estimate() + width, plan.confidence()))
                : figure(effect).orElseThrow();
        OptionalDouble p = fixed ? OptionalDouble.of(TwoProportions.pValue(effect.standardized(0))) : p(effect);
        boolean decides = figure.direction() != found.absolute().get().direction();
        return Optional.of(new OtherUnit(otherwise.unit(), otherwise.other(), figure, p, decides));
    }

    /** Whether less than the margin was lost: a test in one direction, with the whole margin lost as its null. */
    private NonInferiority nonInferiority(Metric metric, Effect effect) {
        double margin = metric.margin().orElseThrow();
        double gain = metric.higherIsBetter() ? effect.estimate() : -effect.estimate();
        double spare = gain + margin * Math.abs(effect.baseline());
        double p = above(effect, spare);
        return new NonInferiority(margin, p, p < plan.alpha(), above(effect, -spare) < plan.alpha());
    }

    /** How likely an estimate so far above 0 would be if the truth were 0; with a Bayesian engine, the chance that it is. */
    private double above(Effect effect, double estimate) {
        return switch (plan.engine()) {
            case FREQUENTIST ->
                new FixedTest(plan.alpha(), Alternative.GREATER)
                        .judge(new MeanDifference(estimate, effect.standardError(), effect.degreesOfFreedom()))
                        .p();
            case SEQUENTIAL ->
                new ConfidenceSequence(plan.alpha(), plan.tuning(), Alternative.GREATER)
                        .judge(estimate, effect.standardError(), effect.units())
                        .p();
            case BAYESIAN -> Normal.above(estimate / effect.standardError());
        };
    }
}
