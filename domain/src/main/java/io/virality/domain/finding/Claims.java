package io.virality.domain.finding;

import io.virality.domain.insight.Evidence;
import io.virality.domain.insight.Question;
import io.virality.domain.stats.Holm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All claims that are tested, as one family: the more claims, the stronger the evidence for each must be. */
public final class Claims {

    /** In the order in which they are listed. To add one: its class, and a line here. */
    public static final List<Claim> ALL = List.of(
            TierEngagement.MID,
            TierEngagement.MICRO,
            VerifiedGrowth.CLAIM,
            EngagementPredictsVirality.CLAIM,
            EngagementDrivesSales.CLAIM,
            VerifiedPartners.CLAIM);

    private static final double LEVEL = .05;

    private Claims() {}

    /** The claim of that id. */
    public static Optional<Claim> named(String id) {
        return ALL.stream().filter(claim -> claim.id().equals(id)).findFirst();
    }

    /**
     * What the evidence says of each claim.
     *
     * @param claims the family
     * @param evidence for all their questions
     */
    public static List<Finding> judge(List<Claim> claims, Map<Question, Evidence> evidence) {
        List<Trial> trials =
                claims.parallelStream().map(claim -> claim.test(evidence)).toList();
        double[] adjusted = Holm.adjusted(trials.stream()
                .filter(Trial.Tested.class::isInstance)
                .mapToDouble(trial -> ((Trial.Tested) trial).pValue())
                .toArray());
        List<Finding> findings = new ArrayList<>();
        int tested = 0;
        for (int i = 0; i < claims.size(); i++) {
            Claim claim = claims.get(i);
            List<Question> asked = claim.questions();
            if (trials.get(i) instanceof Trial.Tested trial) {
                Grounds grounds = Grounds.of(asked, List.of(trial.question()), evidence);
                findings.add(judged(claim, trial, adjusted[tested++], grounds));
            } else if (trials.get(i) instanceof Trial.Untestable silent) {
                findings.add(new Finding.NotTestable(claim, silent.missing(), Grounds.of(asked, asked, evidence)));
            }
        }
        return findings;
    }

    private static Finding judged(Claim claim, Trial.Tested trial, double p, Grounds grounds) {
        if (p > LEVEL) {
            return new Finding.Inconclusive(claim, trial, p, grounds);
        }
        return trial.above()
                ? new Finding.Supported(claim, trial, p, grounds)
                : new Finding.Contradicted(claim, trial, p, grounds);
    }
}
