package io.virality.domain.finding;

import io.virality.domain.creator.Tier;
import io.virality.domain.creator.Tiers;
import io.virality.domain.insight.Evidence;
import io.virality.domain.insight.GroupComparison;
import io.virality.domain.insight.Measure;
import io.virality.domain.insight.Question;
import io.virality.domain.stats.Sample;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Verified creators grow three times as fast as others. */
record VerifiedGrowth() implements Claim {

    static final Claim CLAIM = new VerifiedGrowth();

    private static final Question QUESTION = GroupComparison.growthOfVerifiedInTiers(Tiers.STANDARD);
    private static final String VERIFIED = "verified";
    private static final String OTHERS = "not verified";
    private static final double TIMES = 3;

    @Override
    public String id() {
        return "verified-grow-threefold";
    }

    @Override
    public String words() {
        return "Verified users grow their audience three times faster than non-verified users.";
    }

    @Override
    public Hypothesis hypothesis() {
        return new Hypothesis(
                "the median growth of followers in 30 days of verified creators divided by that of the others",
                "the ratio is above 3: that they grow faster is not enough",
                "whether creators are verified, and two counts of followers at least "
                        + Measure.FollowerGrowth.SHORTEST_DAYS
                        + " days apart, of at least " + TwoGroups.FEWEST
                        + " verified and as many other creators; the others must grow, or three times as much says nothing");
    }

    @Override
    public List<Question> questions() {
        return List.of(QUESTION);
    }

    @Override
    public Trial test(Map<Question, Evidence> evidence) {
        List<Map<String, Sample>> tiers = Tiers.STANDARD.all().stream()
                .map(tier -> inTier(tier, evidence.get(QUESTION).samples()))
                .toList();
        Map<String, Sample> all = tiers.stream()
                .flatMap(tier -> tier.entrySet().stream())
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey,
                        Collectors.mapping(
                                Map.Entry::getValue,
                                Collectors.collectingAndThen(Collectors.toList(), Sample::union))));
        Optional<TwoGroups> both = TwoGroups.of(all, VERIFIED, OTHERS);
        if (both.isEmpty()) {
            return new Trial.Untestable(List.of(TwoGroups.shortage(
                    all, VERIFIED, OTHERS, "a growth (" + QUESTION.measure().id() + ")")));
        }
        TwoGroups groups = both.get();
        Optional<Effect> effect = groups.medianRatio("median growth of verified creators / of others", TIMES);
        if (effect.isEmpty()) {
            return new Trial.Untestable(List.of(
                    "a median growth of the creators that are not verified which is clearly above 0: a ratio to less says"
                            + " nothing"));
        }
        return new Trial.Tested(
                QUESTION,
                List.of(effect.get()),
                List.of(
                        Check.of(
                                "means instead of medians",
                                groups.meanRatio("mean growth of verified creators / of others", TIMES),
                                effect.get()),
                        Check.of("within tiers by the first count of followers", withinTiers(tiers), effect.get())),
                List.of("verified creators are larger: where the ratio within tiers differs from the ratio of all, size"
                        + " explains the difference"));
    }

    /** Those groups of which the tier has anybody. */
    private static Map<String, Sample> inTier(Tier tier, Map<String, Sample> samples) {
        Map<String, Sample> groups = new HashMap<>();
        for (String group : List.of(VERIFIED, OTHERS)) {
            Sample sample = samples.get(tier.name() + ", " + group);
            if (sample != null) {
                groups.put(group, sample);
            }
        }
        return groups;
    }

    /** Empty where no tier has enough of both. */
    private static Optional<Effect> withinTiers(List<Map<String, Sample>> tiers) {
        List<TwoGroups> pairs = tiers.stream()
                .map(tier -> TwoGroups.of(tier, VERIFIED, OTHERS))
                .flatMap(Optional::stream)
                .toList();
        return TwoGroups.stratifiedMedianRatio(
                pairs,
                "median growth of verified creators / of others of their tier, mean of " + pairs.size() + " tiers",
                TIMES);
    }
}
