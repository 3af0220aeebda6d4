package io.virality.domain.assignment;

import io.virality.domain.assignment.Attribute.Field;
import io.virality.domain.assignment.Attribute.Fields;
import io.virality.domain.assignment.Feature.Answer;
import io.virality.domain.assignment.Feature.Source;
import io.virality.domain.assignment.ServedExperiment.Status;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Deals out variations and values of features, in the order of GrowthBook's SDKs.
 *
 * @param features by key
 * @param enabled whether anyone is in any experiment
 * @param onlyForced whether only those take part upon whom a variation is forced: for trying things out
 */
public record Serving(Map<String, Feature> features, Groups groups, boolean enabled, boolean onlyForced) {

    /** Experiments without features and groups. */
    public static final Serving PLAIN = new Serving(Map.of(), Groups.NONE, true, false);

    /** Keeps its own copy. */
    public Serving {
        features = Map.copyOf(features);
    }

    /** What a subject gets of an experiment. */
    public Assignment assign(ServedExperiment experiment, Subject subject) {
        return assign(experiment, subject, Set.of());
    }

    private Assignment assign(ServedExperiment experiment, Subject subject, Set<String> asked) {
        if (experiment.arms().size() < 2 || !enabled) {
            return out(experiment, subject);
        }
        OptionalInt forced = subject.queried(experiment.key(), experiment.arms().size());
        if (forced.isPresent()) {
            return forced(experiment, subject, forced.getAsInt());
        }
        if (subject.forced().containsKey(experiment.key())) {
            return forced(experiment, subject, subject.forced().get(experiment.key()));
        }
        Hashed hashed = hashed(experiment, subject);
        OptionalDouble bucket = hashed.bucket(experiment.hashing());
        if (experiment.status() == Status.INACTIVE || !hashed.value().truthy()) {
            return out(experiment, subject);
        }
        Kept kept = kept(experiment, subject);
        if (kept.variation().isEmpty() && !concerns(experiment.audience(), subject, hashed, asked)
                || bucket.isEmpty()) {
            return out(experiment, subject);
        }
        if (kept.blocked()) {
            return new Assignment(
                    experiment, 0, false, false, OptionalDouble.empty(), hashed.attribute(), hashed.value(), true);
        }
        OptionalInt variation = kept.variation().isPresent()
                ? kept.variation()
                : experiment.allocation().variationAt(bucket.getAsDouble());
        if (variation.isEmpty() || variation.getAsInt() >= experiment.arms().size()) {
            return out(experiment, subject);
        }
        if (experiment.forced().isPresent()) {
            return forced(experiment, subject, experiment.forced().getAsInt());
        }
        if (onlyForced || experiment.status() == Status.STOPPED) {
            return out(experiment, subject);
        }
        return new Assignment(
                experiment,
                variation.getAsInt(),
                true,
                true,
                bucket,
                hashed.attribute(),
                hashed.value(),
                kept.variation().isPresent());
    }

    /** The value that a subject gets of a feature. */
    public Answer value(String feature, Subject subject) {
        return value(feature, subject, Set.of());
    }

    private Answer value(String key, Subject subject, Set<String> asked) {
        if (asked.contains(key)) {
            return nowhere(Source.CYCLIC_PREREQUISITE);
        }
        Feature feature = features.get(key);
        if (feature == null) {
            return nowhere(Source.UNKNOWN_FEATURE);
        }
        Set<String> path = new HashSet<>(asked);
        path.add(key);
        for (Rule rule : feature.rules()) {
            Optional<Answer> answer = answer(rule, subject, path);
            if (answer.isPresent()) {
                return answer.get();
            }
        }
        return new Answer(feature.usual(), Source.DEFAULT_VALUE, "", Optional.empty());
    }

    private Optional<Answer> answer(Rule rule, Subject subject, Set<String> asked) {
        for (Prerequisite prerequisite : rule.prerequisites()) {
            Answer parent = value(prerequisite.feature(), subject, asked);
            if (parent.source() == Source.CYCLIC_PREREQUISITE) {
                return Optional.of(nowhere(Source.CYCLIC_PREREQUISITE));
            }
            if (!holds(prerequisite, parent)) {
                return prerequisite.gate() ? Optional.of(nowhere(Source.PREREQUISITE)) : Optional.empty();
            }
        }
        if (!rule.filters().stream().allMatch(filter -> filter.passes(subject.attributes()))) {
            return Optional.empty();
        }
        if (rule instanceof Rule.Forced forced) {
            return forced.condition().holds(subject.attributes(), groups)
                            && forced.rollout().includes(subject)
                    ? Optional.of(new Answer(forced.value(), Source.FORCE, rule.id(), Optional.empty()))
                    : Optional.empty();
        }
        return rule instanceof Rule.Tested tested
                ? Optional.of(assign(tested.experiment(), subject, asked))
                        .filter(assignment ->
                                assignment.takesPart() && !assignment.arm().passthrough())
                        .map(assignment -> new Answer(
                                assignment.arm().value(), Source.EXPERIMENT, rule.id(), Optional.of(assignment)))
                : Optional.empty();
    }

    /** What the subject is to remember after an assignment: unchanged unless it got a variation to stick to. */
    public static StickyBuckets remembered(Assignment assignment, StickyBuckets buckets) {
        Stickiness stickiness = assignment.experiment().stickiness();
        return assignment.hashed() && stickiness.on()
                ? buckets.with(
                        new Hashed(assignment.attribute(), assignment.unit()).owner(),
                        StickyBuckets.bucket(assignment.experiment().key(), stickiness.version()),
                        assignment.key())
                : buckets;
    }

    private boolean concerns(Audience audience, Subject subject, Hashed hashed, Set<String> asked) {
        return audience.filters().stream().allMatch(filter -> filter.passes(subject.attributes()))
                && audience.namespace()
                        .filter(namespace -> !namespace.includes(hashed.value().text()))
                        .isEmpty()
                && audience.condition().holds(subject.attributes(), groups)
                && audience.prerequisites().stream()
                        .allMatch(prerequisite -> holds(prerequisite, value(prerequisite.feature(), subject, asked)));
    }

    private static boolean holds(Prerequisite prerequisite, Answer parent) {
        return parent.source() != Source.CYCLIC_PREREQUISITE
                && prerequisite.condition().holds(new Fields(List.of(new Field("value", parent.value()))), Groups.NONE);
    }

    /** What the subject keeps: a variation, nothing, or nothing for good. */
    private record Kept(OptionalInt variation, boolean blocked) {
        private static final Kept NOTHING = new Kept(OptionalInt.empty(), false);
    }

    private static Kept kept(ServedExperiment experiment, Subject subject) {
        Stickiness stickiness = experiment.stickiness();
        if (subject.buckets().isEmpty() || !stickiness.on()) {
            return Kept.NOTHING;
        }
        if (IntStream.range(0, stickiness.minimum())
                .anyMatch(version -> got(experiment, subject, version).isPresent())) {
            return new Kept(OptionalInt.empty(), true);
        }
        Optional<String> key = got(experiment, subject, stickiness.version());
        return new Kept(
                IntStream.range(0, experiment.arms().size())
                        .filter(i -> key.isPresent()
                                && experiment.arms().get(i).key().equals(key))
                        .findFirst(),
                false);
    }

    /** What the attribute proper got goes before what the fallback got. */
    private static Optional<String> got(ServedExperiment experiment, Subject subject, int version) {
        StickyBuckets buckets = subject.buckets().orElseThrow();
        String bucket = StickyBuckets.bucket(experiment.key(), version);
        Hashing hashing = experiment.hashing();
        return Optional.ofNullable(
                        buckets.of(Hashed.of(subject, hashing.attribute()).owner())
                                .get(bucket))
                .or(() -> Optional.of(Hashed.of(subject, hashing.fallback().orElse(Hashing.USUAL_ATTRIBUTE)))
                        .filter(hashed -> hashed.value().truthy())
                        .map(hashed -> buckets.of(hashed.owner()).get(bucket)));
    }

    private static Hashed hashed(ServedExperiment experiment, Subject subject) {
        return Hashed.of(subject, experiment.hashing(), experiment.stickiness().on());
    }

    private static Assignment forced(ServedExperiment experiment, Subject subject, int variation) {
        boolean exists = variation >= 0 && variation < experiment.arms().size();
        Hashed hashed = hashed(experiment, subject);
        return new Assignment(
                experiment,
                exists ? variation : 0,
                exists,
                false,
                OptionalDouble.empty(),
                hashed.attribute(),
                hashed.value(),
                false);
    }

    private static Assignment out(ServedExperiment experiment, Subject subject) {
        return forced(experiment, subject, -1);
    }

    private static Answer nowhere(Source source) {
        return new Answer(Attribute.ABSENT, source, "", Optional.empty());
    }
}
