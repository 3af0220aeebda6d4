package io.virality.domain.experiment;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * A test at an end that was fixed before the start: Student's t with the degrees of freedom of Welch ("The generalization
 * of 'Student's' problem when several different population variances are involved", Biometrika 34 (1947)). Looking
 * earlier, or more often, breaks its promise.
 *
 * @param alpha how often it may find an effect where there is none
 * @param alternative what it looks for
 */
public record FixedTest(double alpha, Alternative alternative) {

    /** @throws IllegalArgumentException if alpha is not between 0 and 1 */
    public FixedTest {
        if (!(alpha > 0 && alpha < 1)) {
            throw new IllegalArgumentException("not an error rate: " + alpha);
        }
    }

    /** Judges an effect against none. */
    public Judgement judge(Effect effect) {
        return judge(effect.estimate(), effect.standardError(), effect.degreesOfFreedom());
    }

    /** Judges a difference against none. */
    public Judgement judge(MeanDifference difference) {
        return judge(difference.estimate(), difference.standardError(), difference.degreesOfFreedom());
    }

    private Judgement judge(double estimate, double standardError, double degreesOfFreedom) {
        TDistribution distribution = TDistribution.of(degreesOfFreedom);
        double t = estimate / standardError;
        double p =
                switch (alternative) {
                    case TWO_SIDED -> Math.min(1, 2 * distribution.survivalProbability(Math.abs(t)));
                    case GREATER -> distribution.survivalProbability(t);
                    case LESS -> distribution.cumulativeProbability(t);
                };
        double tail = alternative == Alternative.TWO_SIDED ? alpha / 2 : alpha;
        double width = distribution.inverseSurvivalProbability(tail) * standardError;
        return new Judgement(estimate, standardError, alternative.around(estimate, width, 1 - alpha), p);
    }
}
