package io.virality.domain.experiment;

import io.virality.domain.assignment.Allocation;
import io.virality.domain.assignment.Arm;
import io.virality.domain.assignment.Attribute;
import io.virality.domain.assignment.Audience;
import io.virality.domain.assignment.Condition;
import io.virality.domain.assignment.HashVersion;
import io.virality.domain.assignment.Hashing;
import io.virality.domain.assignment.ServedExperiment;
import io.virality.domain.assignment.Stickiness;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an experiment is to be, settled before it starts.
 *
 * @param key by which it is named; also the seed of its buckets, so that another key deals anew
 * @param hypothesis what is believed, and would be shown wrong
 * @param owner whom to ask
 * @param unit what is dealt to the variations
 * @param variations the first of which is the control
 * @param targeting who takes part
 * @param metrics of which at most one is the primary one
 * @param engine how effects are judged at the end
 * @param alpha how often a metric may be found to have changed where it has not
 */
public record Design(
        String key,
        String hypothesis,
        String owner,
        RandomizedUnit unit,
        List<Variation> variations,
        Targeting targeting,
        List<RegisteredMetric> metrics,
        Engine engine,
        double alpha) {

    /** More than these nobody compares. */
    public static final int MOST_VARIATIONS = 20;

    private static final double NEARLY = .01;

    /** @throws IllegalArgumentException if no experiment can be like that; the message says why */
    public Design {
        Variation.requireKey("an experiment's key", key);
        variations = List.copyOf(variations);
        metrics = List.copyOf(metrics);
        if (variations.size() < 2 || variations.size() > MOST_VARIATIONS) {
            throw new IllegalArgumentException(
                    "an experiment compares 2 to " + MOST_VARIATIONS + " variations, not " + variations.size());
        }
        requireUnique("variation", variations.stream().map(Variation::key).toList());
        requireUnique("metric", metrics.stream().map(RegisteredMetric::key).toList());
        double sum = variations.stream().mapToDouble(Variation::weight).sum();
        if (Math.abs(sum - 1) > NEARLY) {
            throw new IllegalArgumentException("the weights of the variations must sum to 1, not to " + sum);
        }
        if (metrics.stream()
                        .filter(metric -> metric.role() == Metric.Role.PRIMARY)
                        .count()
                > 1) {
            throw new IllegalArgumentException("only one metric can be the primary one");
        }
        if (!(alpha > 0 && alpha < .5)) {
            throw new IllegalArgumentException("alpha must lie between 0 and .5, not at " + alpha);
        }
    }

    private static void requireUnique(String what, List<String> keys) {
        Set<String> seen = new HashSet<>();
        for (String key : keys) {
            if (!seen.add(key)) {
                throw new IllegalArgumentException("two " + what + "s are called '" + key + "'");
            }
        }
    }

    /** The variation that the others are compared with. */
    public Variation control() {
        return variations.get(0);
    }

    /** The metric by which the experiment is decided, if it is registered already. */
    public Optional<RegisteredMetric> primary() {
        return metrics.stream()
                .filter(metric -> metric.role() == Metric.Role.PRIMARY)
                .findFirst();
    }

    /** The variation of this key, if there is one. */
    public Optional<Variation> variation(String name) {
        return variations.stream()
                .filter(variation -> variation.key().equals(name))
                .findFirst();
    }

    /** It as far as dealing out its variations goes. */
    public ServedExperiment served(ServedExperiment.Status status) {
        return new ServedExperiment(
                key,
                variations.stream()
                        .map(variation -> new Arm(
                                new Attribute.Text(variation.key()),
                                Optional.of(variation.key()),
                                Optional.of(variation.name()),
                                false))
                        .toList(),
                new Hashing(key, targeting.attribute(), Optional.empty(), HashVersion.INDEPENDENT),
                Allocation.of(
                        variations.size(),
                        targeting.coverage(),
                        variations.stream().mapToDouble(Variation::weight).toArray()),
                new Audience(List.of(), targeting.namespace(), Condition.of(targeting.condition()), List.of()),
                new Stickiness(targeting.sticky(), 0, 0),
                status,
                OptionalInt.empty());
    }

    /**
     * How it is to be judged.
     *
     * @param by what judges effects
     * @param measured the metrics that are known, the primary one among them
     */
    public AnalysisPlan plan(Engine by, List<RegisteredMetric> measured) {
        return new AnalysisPlan(
                key,
                control().key(),
                variations.stream().collect(Collectors.toMap(Variation::key, Variation::weight)),
                measured.stream().map(RegisteredMetric::judged).toList(),
                by,
                alpha,
                ConfidenceSequence.USUAL_TUNING,
                PosteriorEffect.Prior.FLAT,
                AnalysisPlan.USUAL_SMALLEST_EFFECT);
    }

    /** The metrics that the other one does not have, or measures otherwise. */
    public List<RegisteredMetric> measuredOtherwise(Design other) {
        return metrics.stream()
                .filter(metric -> other.metric(metric.key())
                        .filter(after -> after.measurement().equals(metric.measurement()))
                        .isEmpty())
                .toList();
    }

    /** Whether units are dealt as by the other. */
    boolean dealsLike(Design other) {
        return variations.stream()
                        .map(Variation::weight)
                        .toList()
                        .equals(other.variations.stream().map(Variation::weight).toList())
                && targeting.equals(other.targeting);
    }

    /** What is different in another design of the same experiment, in words. */
    List<String> differences(Design other) {
        List<String> words = new ArrayList<>();
        compare(words, "hypothesis", hypothesis, other.hypothesis);
        compare(words, "owner", owner, other.owner);
        compare(words, "unit", unit, other.unit);
        compare(words, "variations", variations, other.variations);
        compare(words, "coverage", targeting.coverage(), other.targeting.coverage());
        compare(words, "condition", targeting.condition(), other.targeting.condition());
        compare(words, "namespace", targeting.namespace(), other.targeting.namespace());
        compare(words, "attribute", targeting.attribute(), other.targeting.attribute());
        compare(words, "sticky", targeting.sticky(), other.targeting.sticky());
        compareMetrics(words, other);
        compare(words, "engine", engine, other.engine);
        compare(words, "alpha", alpha, other.alpha);
        return words;
    }

    private static void compare(List<String> words, String what, Object before, Object after) {
        if (!Objects.equals(before, after)) {
            words.add(what + ": " + before + " → " + after);
        }
    }

    private void compareMetrics(List<String> words, Design other) {
        for (RegisteredMetric metric : metrics) {
            Optional<RegisteredMetric> after = other.metric(metric.key());
            if (after.isEmpty()) {
                words.add("metric " + metric.key() + " removed");
            } else {
                compare(words, "metric " + metric.key(), metric, after.get());
            }
        }
        other.metrics.stream()
                .filter(metric -> metric(metric.key()).isEmpty())
                .forEach(metric -> words.add("metric " + metric.key() + " added"));
    }

    /** The metric of this key, if it is registered. */
    public Optional<RegisteredMetric> metric(String name) {
        return metrics.stream().filter(metric -> metric.key().equals(name)).findFirst();
    }
}
