package io.virality.domain.finding;

import io.virality.domain.creator.Tiers;
import io.virality.domain.engagement.RateDefinition;
import io.virality.domain.insight.Catalogue;
import io.virality.domain.insight.Evidence;
import io.virality.domain.insight.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Creators of a smaller tier engage more than those from a million followers on.
 *
 * @param id of the claim
 * @param words what is said
 * @param tier the smaller tier, of {@link Tiers#STANDARD}: a claim names its own edges, whatever tiers are in force
 */
record TierEngagement(String id, String words, String tier) implements Claim {

    static final Claim MID = new TierEngagement(
            "mid-tier-engages-more",
            "Mid-tier creators (100K–500K followers) have higher engagement rates than celebrities (1M and more).",
            "mid");
    static final Claim MICRO = new TierEngagement(
            "micro-engages-more",
            "Micro creators (10K–100K followers) drive higher engagement than top creators (1M and more).",
            "micro");

    private static final String TOP = "mega";

    /**
     * The first that both groups have rates under decides. A rate by followers has the size of the group in its denominator
     * and so only checks.
     */
    private static final List<RateDefinition> DEFINITIONS =
            List.of(RateDefinition.BY_VIEWS, RateDefinition.PROVIDER, RateDefinition.BY_FOLLOWERS);

    @Override
    public Hypothesis hypothesis() {
        return new Hypothesis(
                "the median engagement rate of " + tier
                        + " creators divided by that of mega creators, by views; where too"
                        + " few have such a rate, by the provider's",
                "the ratio is above 1",
                "the followers and the engagement rate of at least " + TwoGroups.FEWEST + " creators in either tier");
    }

    @Override
    public List<Question> questions() {
        Catalogue catalogue = new Catalogue(Tiers.STANDARD);
        List<Question> questions = new ArrayList<>();
        for (RateDefinition definition : DEFINITIONS) {
            questions.add(catalogue.ask("engagement-by-tier", Map.of("definition", definition.id())));
        }
        questions.add(catalogue.ask("video-engagement-by-tier", Map.of()));
        return questions;
    }

    @Override
    public Trial test(Map<Question, Evidence> evidence) {
        List<Question> questions = questions();
        for (int i = 0; i < DEFINITIONS.indexOf(RateDefinition.BY_FOLLOWERS); i++) {
            Optional<TwoGroups> groups = groups(evidence, questions.get(i));
            Optional<Effect> effect = groups.flatMap(both -> both.medianRatio(name("median"), 1));
            if (effect.isPresent()) {
                return tested(evidence, questions, i, groups.get(), effect.get());
            }
        }
        return new Trial.Untestable(questions.subList(0, 2).stream()
                .map(question -> TwoGroups.shortage(
                        evidence.get(question).samples(),
                        tier,
                        TOP,
                        "a rate " + question.measure().id()))
                .toList());
    }

    private Trial tested(
            Map<Question, Evidence> evidence, List<Question> questions, int chosen, TwoGroups groups, Effect effect) {
        List<Check> checks = new ArrayList<>();
        checks.add(Check.of("means instead of medians", groups.meanRatio(name("mean"), 1), effect));
        checks.add(Check.of(
                "any creator of the one against any of the other (Brunner–Munzel)", groups.superiority(), effect));
        for (Question question : questions) {
            if (question != questions.get(chosen)) {
                checks.add(Check.of(
                        "engagement as " + question.measure().id(),
                        groups(evidence, question).flatMap(other -> other.medianRatio(name("median"), 1)),
                        effect));
            }
        }
        return new Trial.Tested(
                questions.get(chosen),
                List.of(effect),
                checks,
                List.of(
                        "whoever is in the data was chosen by its source: the finding is about those creators",
                        "the rate by-followers has the followers in its denominator and favours small creators by"
                                + " construction",
                        "videos of one creator are alike: by videos the interval is too narrow"));
    }

    private Optional<TwoGroups> groups(Map<Question, Evidence> evidence, Question question) {
        return TwoGroups.of(evidence.get(question).samples(), tier, TOP);
    }

    private String name(String statistic) {
        return statistic + " engagement rate of " + tier + " creators / of mega creators";
    }
}
