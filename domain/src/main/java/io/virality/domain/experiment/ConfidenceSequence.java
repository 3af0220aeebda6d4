package io.virality.domain.experiment;

/**
 * A test that may be looked at any number of times: asymptotic confidence sequences of Waudby-Smith, Arbour, Sinha,
 * Kennedy and Ramdas, "Time-uniform central limit theory and asymptotic confidence sequences", Annals of Statistics 52
 * (2024), in the form of GrowthBook's statistics engine. Eppo's sequences (Howard, Ramdas, McAuliffe and Sekhon,
 * "Time-uniform, nonparametric, nonasymptotic confidence sequences", Annals of Statistics 49 (2021)) are the same, with 1/ρ²
 * in the place of ρ.
 *
 * @param alpha how often it may ever find an effect where there is none, below one half
 * @param tuning at how many units in both arms the interval is narrowest; to be settled before the start
 * @param alternative what it looks for
 */
public record ConfidenceSequence(double alpha, double tuning, Alternative alternative) {

    /** The number of units that is assumed unless another is given. */
    public static final double USUAL_TUNING = 5000;

    private static final double LEAST_ONE_SIDED = 1e-5;
    private static final double MOST_ONE_SIDED = .4999;

    /** @throws IllegalArgumentException if alpha is not between 0 and one half, or the tuning is not positive */
    public ConfidenceSequence {
        if (!(alpha > 0 && alpha < .5)) {
            throw new IllegalArgumentException("not an error rate below one half: " + alpha);
        }
        if (!(tuning > 0)) {
            throw new IllegalArgumentException("not a number of units: " + tuning);
        }
    }

    /** Judges an effect against none. */
    public Judgement judge(Effect effect) {
        return judge(effect.estimate(), effect.standardError(), effect.units());
    }

    /** Judges an estimate over that many units in both arms against 0. */
    public Judgement judge(double estimate, double standardError, long units) {
        double spread = spread(units);
        double k = spread + 1;
        double width = standardError * width(units);
        double exponent = estimate * estimate * spread / (2 * k * standardError * standardError);
        double p =
                switch (alternative) {
                    case TWO_SIDED -> Math.min(1, Math.sqrt(k) * Math.exp(-exponent));
                    case GREATER -> oneSided(estimate, k, exponent);
                    case LESS -> oneSided(-estimate, k, exponent);
                };
        return new Judgement(estimate, standardError, alternative.around(estimate, width, 1 - alpha), p);
    }

    /** Half the width of the interval over that many units in both arms, in standard errors. */
    public double width(double units) {
        double spread = spread(units);
        double k = spread + 1;
        double tail = alternative == Alternative.TWO_SIDED
                ? Math.log(Math.sqrt(k) / alpha)
                : Math.log1p(Math.sqrt(k) / (2 * alpha));
        return Math.sqrt(2 * k / spread * tail);
    }

    private double spread(double units) {
        return mixture() * mixture() * units;
    }

    /** ρ, which makes the interval narrowest at the tuned number of units. */
    public double mixture() {
        double error = alternative == Alternative.TWO_SIDED ? alpha : 2 * alpha;
        double log = -2 * Math.log(error);
        return Math.sqrt((log + Math.log(log + 1)) / tuning);
    }

    private static double oneSided(double towards, double k, double exponent) {
        double p = towards > 0 ? Math.sqrt(k) / (2 * Math.expm1(exponent)) : 1;
        return Math.min(MOST_ONE_SIDED, Math.max(LEAST_ONE_SIDED, p));
    }
}
