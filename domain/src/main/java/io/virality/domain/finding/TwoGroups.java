package io.virality.domain.finding;

import io.virality.domain.stats.Estimate;
import io.virality.domain.stats.Sample;
import io.virality.domain.stats.StratifiedSamples;
import io.virality.domain.stats.TwoSamples;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Two groups of units of which one is said to exceed the other.
 *
 * @param samples the one said to be higher first
 * @param groups the same by name
 */
record TwoGroups(TwoSamples samples, List<Effect.Group> groups) {

    /** Fewer units than this in a group allow no test. */
    static final int FEWEST = 20;

    private static final int REPLICATES = 4_000;
    private static final long SEED = 7;

    /** Both groups, if both are large enough. */
    static Optional<TwoGroups> of(Map<String, Sample> samples, String higher, String lower) {
        if (count(samples, higher) < FEWEST || count(samples, lower) < FEWEST) {
            return Optional.empty();
        }
        Sample one = samples.get(higher);
        Sample other = samples.get(lower);
        return Optional.of(new TwoGroups(
                new TwoSamples(one, other),
                List.of(new Effect.Group(higher, one.size()), new Effect.Group(lower, other.size()))));
    }

    private static int count(Map<String, Sample> samples, String group) {
        return Optional.ofNullable(samples.get(group)).map(Sample::size).orElse(0);
    }

    /** What lacks, where a group is too small. */
    static String shortage(Map<String, Sample> samples, String higher, String lower, String measure) {
        return String.format(
                Locale.ROOT,
                "%s of at least %d creators in each group; known of %,d that are %s and of %,d that are %s",
                measure,
                FEWEST,
                count(samples, higher),
                higher,
                count(samples, lower),
                lower);
    }

    /** Empty where the lower group's median is not clearly above 0. */
    Optional<Effect> medianRatio(String name, double reference) {
        return effect(name, samples.medianRatio(REPLICATES, SEED), reference);
    }

    Optional<Effect> meanRatio(String name, double reference) {
        return effect(name, samples.meanRatio(), reference);
    }

    Optional<Effect> superiority() {
        return effect("chance that one of the first group exceeds one of the second", samples.superiority(), .5);
    }

    /** The mean of several pairs' ratios of medians, such as of tiers; empty where there is none, or one tells nothing. */
    static Optional<Effect> stratifiedMedianRatio(List<TwoGroups> strata, String name, double reference) {
        if (strata.isEmpty()) {
            return Optional.empty();
        }
        return new StratifiedSamples(strata.stream().map(TwoGroups::samples).toList())
                .medianRatio(REPLICATES, SEED)
                .map(known -> Effect.of(name, known, reference, List.of(total(strata, 0), total(strata, 1))));
    }

    private static Effect.Group total(List<TwoGroups> strata, int group) {
        return new Effect.Group(
                strata.get(0).groups().get(group).name(),
                strata.stream()
                        .mapToLong(stratum -> stratum.groups().get(group).n())
                        .sum());
    }

    private Optional<Effect> effect(String name, Optional<Estimate> estimate, double reference) {
        return estimate.map(known -> Effect.of(name, known, reference, groups));
    }
}
