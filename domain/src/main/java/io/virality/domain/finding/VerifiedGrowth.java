package io.virality.domain.finding;

import io.virality.domain.creator.Tier;
import io.virality.domain.creator.Tiers;
import io.virality.domain.insight.Catalogue;
import io.virality.domain.insight.Evidence;
import io.virality.domain.insight.Measure;
import io.virality.domain.insight.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Verified creators grow three times as fast as others. */
record VerifiedGrowth() implements Claim {

    static final Claim CLAIM = new VerifiedGrowth();

    private static final String TOPIC = "growth-by-verified";
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

    /** Of all creators, and then of each tier. */
    @Override
    public List<Question> questions() {
        Catalogue catalogue = new Catalogue(Tiers.STANDARD);
        List<Question> questions = new ArrayList<>();
        questions.add(catalogue.ask(TOPIC, Map.of()));
        for (Tier tier : Tiers.STANDARD.all()) {
            questions.add(catalogue.ask(TOPIC, Map.of("tier", tier.name())));
        }
        return questions;
    }

    @Override
    public Trial test(Map<Question, Evidence> evidence) {
        List<Question> questions = questions();
        Question question = questions.get(0);
        Measure measure = question.measure();
        Optional<TwoGroups> both = TwoGroups.of(evidence.get(question), VERIFIED, OTHERS);
        if (both.isEmpty()) {
            return new Trial.Untestable(List.of(
                    TwoGroups.shortage(evidence.get(question), VERIFIED, OTHERS, "a growth (" + measure.id() + ")")));
        }
        TwoGroups groups = both.get();
        Optional<Effect> effect = groups.medianRatio("median growth of verified creators / of others", TIMES);
        if (effect.isEmpty()) {
            return new Trial.Untestable(List.of(
                    "a median growth of the creators that are not verified which is clearly above 0: a ratio to less says"
                            + " nothing"));
        }
        return new Trial.Tested(
                question,
                List.of(effect.get()),
                List.of(
                        Check.of(
                                "means instead of medians",
                                groups.meanRatio("mean growth of verified creators / of others", TIMES),
                                effect.get()),
                        Check.of(
                                "within tiers by the first count of followers",
                                withinTiers(evidence, questions.subList(1, questions.size())),
                                effect.get())),
                List.of("verified creators are larger: where the ratio within tiers differs from the ratio of all, size"
                        + " explains the difference"));
    }

    /** Empty where no tier has enough of both. */
    private static Optional<Effect> withinTiers(Map<Question, Evidence> evidence, List<Question> tiers) {
        List<TwoGroups> pairs = tiers.stream()
                .map(tier -> TwoGroups.of(evidence.get(tier), VERIFIED, OTHERS))
                .flatMap(Optional::stream)
                .toList();
        return TwoGroups.stratifiedMedianRatio(
                pairs,
                "median growth of verified creators / of others of their tier, mean of " + pairs.size() + " tiers",
                TIMES);
    }
}
