package io.virality.domain.stats;

/**
 * Makes probabilities of scores, by a logistic curve: Platt, "Probabilistic outputs for support vector machines", in
 * Advances in Large Margin Classifiers (1999), with the targets that keep few positives from certainty, and solved by
 * Newton's method as by Lin, Lin and Weng, "A note on Platt's probabilistic outputs", Machine Learning 68 (2007).
 *
 * @param slope of the log-odds by the score
 * @param intercept the log-odds of score 0
 */
public record PlattScaling(double slope, double intercept) {

    private static final int MOST_STEPS = 100;
    private static final double SMALLEST_STEP = 1e-12;

    /** Keeps scores that are all alike from having no slope at all. */
    private static final double RIDGE = 1e-12;

    /** The curve by which these scores tell best which are positive. */
    public static PlattScaling of(double[] scores, boolean[] positives) {
        int n = scores.length;
        double count = 0;
        for (boolean positive : positives) {
            count += positive ? 1 : 0;
        }
        double ofPositive = (count + 1) / (count + 2);
        double ofNegative = 1 / (n - count + 2);
        double slope = 0;
        double intercept = Math.log((count + 1) / (n - count + 1));
        double loss = loss(scores, positives, ofPositive, ofNegative, slope, intercept);
        for (int step = 0; step < MOST_STEPS; step++) {
            double gradientSlope = 0;
            double gradientIntercept = 0;
            double ss = RIDGE;
            double si = 0;
            double ii = RIDGE;
            for (int i = 0; i < n; i++) {
                double p = logistic(slope * scores[i] + intercept);
                double residual = p - (positives[i] ? ofPositive : ofNegative);
                double weight = p * (1 - p);
                gradientSlope += residual * scores[i];
                gradientIntercept += residual;
                ss += weight * scores[i] * scores[i];
                si += weight * scores[i];
                ii += weight;
            }
            double determinant = ss * ii - si * si;
            double moveSlope = (ii * gradientSlope - si * gradientIntercept) / determinant;
            double moveIntercept = (ss * gradientIntercept - si * gradientSlope) / determinant;
            double share = 1;
            double next = loss(scores, positives, ofPositive, ofNegative, slope - moveSlope, intercept - moveIntercept);
            while (!(next <= loss) && share > SMALLEST_STEP) {
                share /= 2;
                next = loss(
                        scores,
                        positives,
                        ofPositive,
                        ofNegative,
                        slope - share * moveSlope,
                        intercept - share * moveIntercept);
            }
            slope -= share * moveSlope;
            intercept -= share * moveIntercept;
            if (share * Math.max(Math.abs(moveSlope), Math.abs(moveIntercept)) < SMALLEST_STEP) {
                break;
            }
            loss = next;
        }
        return new PlattScaling(slope, intercept);
    }

    /** The probability at a score. */
    public double probability(double score) {
        return logistic(slope * score + intercept);
    }

    private static double loss(
            double[] scores,
            boolean[] positives,
            double ofPositive,
            double ofNegative,
            double slope,
            double intercept) {
        double loss = 0;
        for (int i = 0; i < scores.length; i++) {
            double odds = slope * scores[i] + intercept;
            double target = positives[i] ? ofPositive : ofNegative;
            loss += Math.max(odds, 0) - target * odds + Math.log1p(Math.exp(-Math.abs(odds)));
        }
        return loss;
    }

    private static double logistic(double odds) {
        return odds >= 0 ? 1 / (1 + Math.exp(-odds)) : Math.exp(odds) / (1 + Math.exp(odds));
    }
}
