package io.virality.domain.stats;

import java.util.function.DoublePredicate;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Two shares side by side. Where a share is 0 or 1, {@link #newcombe} and {@link #score} still hold; for very small counts,
 * an exact test does.
 *
 * @param control the one
 * @param treatment the other
 */
public record TwoProportions(Proportion control, Proportion treatment) {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final int HALVINGS = 100;

    /** By how much the treatment's share is above the control's. */
    public double difference() {
        return treatment.share() - control.share();
    }

    /** The share over both. */
    public double pooledShare() {
        return (control.successes() + treatment.successes()) / (control.n() + treatment.n());
    }

    /** The standard error of the difference, if there is none. */
    public double pooledError() {
        double share = pooledShare();
        return Math.sqrt(share * (1 - share) * (1 / control.n() + 1 / treatment.n()));
    }

    /** The difference in standard errors, as if there were none. Its square is {@link ChiSquare}'s statistic. */
    public double pooledZ() {
        return difference() / pooledError();
    }

    /** The difference in its own standard errors. */
    public double unpooledZ() {
        return difference() / error();
    }

    /** How likely a z so far out would be, in either direction. */
    public static double pValue(double z) {
        return Math.min(1, 2 * NORMAL.survivalProbability(Math.abs(z)));
    }

    /** The difference by its standard error. */
    public Interval wald(double confidence) {
        return around(difference(), normal(confidence) * error(), confidence);
    }

    /** The difference by the standard error that it had if there were none. */
    public Interval pooled(double confidence) {
        return around(difference(), normal(confidence) * pooledError(), confidence);
    }

    /** Wald's with one more success and failure in each: Agresti and Caffo, The American Statistician 54 (2000). */
    public Interval agrestiCaffo(double confidence) {
        return new TwoProportions(oneMore(control), oneMore(treatment)).wald(confidence);
    }

    /** By the two shares' intervals of Wilson: Newcombe's method 10, Statistics in Medicine 17 (1998), 873–890. */
    public Interval newcombe(double confidence) {
        Interval one = control.wilson(confidence);
        Interval other = treatment.wilson(confidence);
        double below = Math.hypot(treatment.share() - other.low(), one.high() - control.share());
        double above = Math.hypot(other.high() - treatment.share(), control.share() - one.low());
        return new Interval(difference() - below, difference() + above, confidence);
    }

    /**
     * All differences that a score test would not reject: Miettinen and Nurminen, "Comparative analysis of two rates",
     * Statistics in Medicine 4 (1985), in the form that statsmodels has had since 0.12, so that its users find their
     * numbers again: in one term of the cubic it takes the control's successes for its size, which moves the ends by some
     * hundredths of the width. {@link #newcombe} is as narrow and has no such history.
     */
    public Interval score(double confidence) {
        double z = normal(confidence);
        Interval wald = wald(confidence);
        double low = wald.low() - Math.abs(wald.low()) / 4;
        double high = wald.high() + Math.abs(wald.high()) / 2;
        return new Interval(
                boundary(low, difference(), assumed -> Math.abs(scoreZ(assumed)) > z),
                boundary(difference(), Math.min(high, 1), assumed -> Math.abs(scoreZ(assumed)) <= z),
                confidence);
    }

    /** How many times the control's share the treatment's is. */
    public double riskRatio() {
        return treatment.share() / control.share();
    }

    /** That ratio, by the standard error of its logarithm: Katz et al., Biometrics 34 (1978). */
    public Interval riskRatio(double confidence) {
        double error =
                Math.sqrt(1 / control.successes() - 1 / control.n() + 1 / treatment.successes() - 1 / treatment.n());
        double factor = Math.exp(normal(confidence) * error);
        return new Interval(riskRatio() / factor, riskRatio() * factor, confidence);
    }

    private double error() {
        return Math.sqrt(control.share() * (1 - control.share()) / control.n()
                + treatment.share() * (1 - treatment.share()) / treatment.n());
    }

    private double scoreZ(double assumed) {
        double low = assumed == 0 ? pooledShare() : restricted(assumed);
        double high = low + assumed;
        double all = control.n() + treatment.n();
        double variance = high * (1 - high) / treatment.n() + low * (1 - low) / control.n();
        return (difference() - assumed) / Math.sqrt(variance * all / (all - 1));
    }

    /** The control's likeliest share if the treatment's were by so much above it: the middle root of a cubic. */
    private double restricted(double difference) {
        double all = control.n() + treatment.n();
        double successes = control.successes() + treatment.successes();
        double square = (treatment.n() + 2 * control.n()) * difference - all - successes;
        double linear = (control.successes() * difference - all - 2 * control.successes()) * difference + successes;
        double constant = control.successes() * difference * (1 - difference);
        double third = square / (3 * all);
        double q = third * third * third - linear * square / (6 * all * all) + constant / (2 * all);
        double p = Math.signum(q) * Math.sqrt(third * third - linear / (3 * all));
        return 2 * p * Math.cos((Math.PI + Math.acos(q / (p * p * p))) / 3) - third;
    }

    /** Where a condition that holds at the lower end first fails. */
    private static double boundary(double from, double to, DoublePredicate holds) {
        double low = from;
        double high = to;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (holds.test(middle)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private static Proportion oneMore(Proportion share) {
        return new Proportion(share.successes() + 1, share.n() + 2);
    }

    private static double normal(double confidence) {
        return NORMAL.inverseSurvivalProbability((1 - confidence) / 2);
    }

    private static Interval around(double centre, double width, double confidence) {
        return new Interval(centre - width, centre + width, confidence);
    }
}
