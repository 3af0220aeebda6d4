package io.virality.domain.experiment;

import io.virality.domain.stats.Interval;

/**
 * What an experiment must not make worse by more than a margin: a test of non-inferiority, which a metric passes only by
 * evidence. "Not significantly worse" is none (Rothmann, Wiens and Chan, Design and Analysis of Non-Inferiority Trials,
 * 2011).
 *
 * @param margin what part of the control's value may be lost, above 0
 * @param higherIsBetter whether a fall is a loss, or a rise
 */
public record Guardrail(double margin, boolean higherIsBetter) {

    /** @throws IllegalArgumentException if the margin is not above 0 */
    public Guardrail {
        if (!(margin > 0)) {
            throw new IllegalArgumentException("not a margin: " + margin);
        }
    }

    /**
     * What the test says.
     *
     * @param absoluteMargin how much may be lost
     * @param difference the treatment's value less the control's
     * @param pNonInferiority how likely so good a difference would be if the whole margin were lost
     * @param bound how bad the truth may be, on the metric's scale, with 1 − alpha: from below where higher is better, else
     *     from above
     * @param pEquivalence how likely a difference so near to 0 would be if the margin were lost, or won: two one-sided tests
     *     (Schuirmann, Journal of Pharmacokinetics and Biopharmaceutics 15 (1987))
     */
    public record Result(
            double absoluteMargin, double difference, double pNonInferiority, double bound, double pEquivalence) {}

    /** Tests it, with this chance of letting a loss pass. */
    public Result test(MeanStatistics control, MeanStatistics treatment, double alpha) {
        double allowed = margin * Math.abs(control.value());
        MeanDifference difference = MeanDifference.welch(control, treatment);
        double notBelow = new FixedTest(alpha, Alternative.GREATER)
                .judge(difference.plus(allowed))
                .p();
        double notAbove = new FixedTest(alpha, Alternative.LESS)
                .judge(difference.plus(-allowed))
                .p();
        Alternative better = higherIsBetter ? Alternative.GREATER : Alternative.LESS;
        Interval interval = new FixedTest(alpha, better).judge(difference).interval();
        return new Result(
                allowed,
                difference.estimate(),
                higherIsBetter ? notBelow : notAbove,
                higherIsBetter ? interval.low() : interval.high(),
                Math.max(notBelow, notAbove));
    }
}
