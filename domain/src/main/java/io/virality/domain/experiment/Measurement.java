package io.virality.domain.experiment;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * How a metric is measured: which outcomes of a unit count, and what is made of them. A unit without any has 0.
 *
 * @param kind what is made of a unit's outcomes: of a proportion, whether there is one with a value above 0; of a mean, the
 *     sum of their values; of a count, how many there are; of a ratio, the sum of one's values by that of another's, of all
 *     units together
 * @param outcome the name of the outcomes that count
 * @param per the name of those that stand below the line; exactly where the kind is a ratio
 * @param delay outcomes count from so long after the first exposure on
 * @param window outcomes count so long, from there on; without end if empty
 * @param covariate how long before the first exposure the same is measured, to take off what was there already; empty if
 *     it is not
 * @param cap above which values count as if they were at it; of a ratio, the values above the line
 */
public record Measurement(
        Metric.Kind kind,
        String outcome,
        Optional<String> per,
        Duration delay,
        Optional<Duration> window,
        Optional<Duration> covariate,
        Optional<CapRule> cap) {

    /** Nobody waits longer, and times so far away cannot be counted in. */
    private static final Duration LONGEST = Duration.ofDays(36_525);

    /** @throws IllegalArgumentException if the parts contradict each other */
    public Measurement {
        Variation.requireKey("an outcome's name", outcome);
        per.ifPresent(below -> Variation.requireKey("an outcome's name", below));
        if (per.isPresent() != (kind == Metric.Kind.RATIO)) {
            throw new IllegalArgumentException("exactly a ratio is measured per another outcome");
        }
        if (delay.isNegative()) {
            throw new IllegalArgumentException("outcomes cannot count from " + delay + " after the exposure");
        }
        requireSensible("the delay", delay);
        requirePositive("the window", window);
        requirePositive("the period before", covariate);
        if (cap.isPresent() && kind == Metric.Kind.PROPORTION) {
            throw new IllegalArgumentException("a proportion has nothing to cap");
        }
    }

    private static void requirePositive(String what, Optional<Duration> duration) {
        if (duration.filter(length -> length.isZero() || length.isNegative()).isPresent()) {
            throw new IllegalArgumentException(what + " must be longer than 0");
        }
        duration.ifPresent(length -> requireSensible(what, length));
    }

    private static void requireSensible(String what, Duration duration) {
        if (duration.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(what + " cannot be longer than a hundred years: " + duration);
        }
    }

    /** Whether a mean and a variance tell it. */
    public boolean tellableInSummaries() {
        return kind != Metric.Kind.RATIO;
    }

    /**
     * The same where units come counted: without what only single units tell.
     *
     * @throws IllegalArgumentException if it cannot be told by a mean and a variance
     */
    public Measurement ofSummaries() {
        if (!tellableInSummaries()) {
            throw new IllegalArgumentException("a ratio cannot be told by a mean and a variance");
        }
        return of(kind, outcome);
    }

    /** The last time of an exposure whose window is closed; empty if there is no window that closes. */
    public Optional<Instant> closedBefore(Instant told) {
        return window.map(length -> told.minus(delay).minus(length));
    }

    /** Of how many variables a unit has a value: the metric, or what stands above and below; then the same from before. */
    public int variables() {
        return (kind == Metric.Kind.RATIO ? 2 : 1) * (covariate.isPresent() ? 2 : 1);
    }

    /** Which of the variables are 0 or 1. */
    public boolean[] binary() {
        boolean[] binary = new boolean[variables()];
        Arrays.fill(binary, kind == Metric.Kind.PROPORTION);
        return binary;
    }

    /** The statistics of an arm, of the moments of all its variables. */
    public SufficientStatistics statistics(Moments moments) {
        if (kind == Metric.Kind.RATIO) {
            return covariate.isPresent() ? new AdjustedRatioStatistics(moments) : new RatioStatistics(moments);
        }
        if (covariate.isPresent()) {
            return new AdjustedStatistics(moments);
        }
        return kind == Metric.Kind.PROPORTION
                ? new ProportionStatistics(moments.n(), Math.rint(moments.mean(0) * moments.n()))
                : new MeanStatistics(moments);
    }

    /** The statistics of no units. */
    public SufficientStatistics ofNobody() {
        int variables = variables();
        return statistics(Moments.ofSums(0, binary(), new double[variables], new double[variables][variables]));
    }

    /** All outcomes after the exposure, and nothing else. */
    public static Measurement of(Metric.Kind kind, String outcome) {
        return new Measurement(
                kind, outcome, Optional.empty(), Duration.ZERO, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The sums of one outcome by those of another. */
    public static Measurement ofRatio(String outcome, String per) {
        return new Measurement(
                Metric.Kind.RATIO,
                outcome,
                Optional.of(per),
                Duration.ZERO,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same with what was there before taken off. */
    public Measurement adjustedBy(Duration before) {
        return new Measurement(kind, outcome, per, delay, window, Optional.of(before), cap);
    }

    /** The same for so long after the exposure. */
    public Measurement within(Duration length) {
        return new Measurement(kind, outcome, per, delay, Optional.of(length), covariate, cap);
    }

    /** The same with large values cut. */
    public Measurement capped(CapRule rule) {
        return new Measurement(kind, outcome, per, delay, window, covariate, Optional.of(rule));
    }

    /** The same with large values cut there, or none. */
    Measurement cut(Optional<Cap> at) {
        return new Measurement(
                kind, outcome, per, delay, window, covariate, at.map(value -> new CapRule.At(value.value())));
    }
}
