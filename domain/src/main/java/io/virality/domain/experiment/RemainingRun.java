package io.virality.domain.experiment;

import io.virality.domain.stats.Normal;
import java.util.OptionalDouble;

/**
 * How much longer a running experiment must run to find an effect: GrowthBook's estimate in the middle of an experiment. More
 * units make the standard error smaller and change nothing else.
 *
 * @param standardError of the effect so far
 * @param units of both arms so far
 * @param detectable the effect that is to be found, whatever its sign
 * @param alpha already divided by the number of tests, if these are corrected for it
 * @param tuning of a test that is always valid; empty for others
 * @param prior what was believed before; if that is anything, the effect is judged by the posterior
 */
public record RemainingRun(
        double standardError,
        double units,
        double detectable,
        double alpha,
        OptionalDouble tuning,
        PosteriorEffect.Prior prior) {

    /** How likely the effect is found after so many times the units so far are added to them. */
    public double power(double more) {
        double variance = standardError * standardError / (1 + more);
        double deviation = Math.sqrt(variance);
        double width = Normal.exceeded(alpha / 2) * deviation;
        double towards = Math.abs(detectable);
        if (Double.isFinite(prior.variance())) {
            width *= Math.sqrt(1 + variance / prior.variance());
            towards += variance * prior.mean() / prior.variance();
        } else if (tuning.isPresent()) {
            width = deviation
                    * new ConfidenceSequence(alpha, tuning.getAsDouble(), Alternative.TWO_SIDED)
                            .width(units * (1 + more));
        }
        return Normal.above((width - towards) / deviation) + Normal.below((-width - towards) / deviation);
    }

    /** How many times the units so far are to be added; 0 if none, empty beyond 2²⁷ times as many. */
    public OptionalDouble more(double power) {
        return Growth.until(more -> power(more) - power, 0);
    }
}
