package io.virality.domain.experiment;

import io.virality.domain.stats.Interval;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Another test that may be looked at any number of times, as Statsig has it: the mixture sequential probability ratio test
 * of Johari, Koomen, Pekelis and Walsh, "Always valid inference: continuous monitoring of A/B tests", Operations Research 70
 * (2022). It needs no number of units to tune it, and is wider than a {@link ConfidenceSequence} near its own.
 *
 * @param alpha how often it may ever find an effect where there is none
 */
public record MixtureTest(double alpha) {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /**
     * A test and what it rests on.
     *
     * @param variance of the difference
     * @param mixture τ, the variance of the effects that are mixed
     * @param multiplier how many standard errors the interval reaches on either side
     * @param judgement what it says
     */
    public record Result(double variance, double mixture, double multiplier, Judgement judgement) {}

    /** @throws IllegalArgumentException if alpha is not between 0 and 1 */
    public MixtureTest {
        if (!(alpha > 0 && alpha < 1)) {
            throw new IllegalArgumentException("not an error rate: " + alpha);
        }
    }

    /**
     * Judges a difference of values against none.
     *
     * @param difference the treatment's value less the control's
     * @param control the variance of one unit, and how many there are
     * @param treatment likewise
     */
    public Result judge(double difference, Arm control, Arm treatment) {
        double variance = treatment.variance() / treatment.units() + control.variance() / control.units();
        double z = NORMAL.inverseSurvivalProbability(alpha / 2);
        double mixture = z * z * (treatment.variance() + control.variance()) / (treatment.units() + control.units());
        double evidence = -2 * Math.log(alpha / 2) - Math.log(variance / (variance + mixture));
        double multiplier = Math.sqrt((variance + mixture) / mixture * evidence);
        double error = Math.sqrt(variance);
        double p = 2 * NORMAL.survivalProbability(Math.abs(difference / error) * z / multiplier);
        Interval interval = Alternative.TWO_SIDED.around(difference, multiplier * error, 1 - alpha);
        return new Result(variance, mixture, multiplier, new Judgement(difference, error, interval, p));
    }
}
