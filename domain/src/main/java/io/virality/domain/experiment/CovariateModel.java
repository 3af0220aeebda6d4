package io.virality.domain.experiment;

import io.virality.domain.stats.RobustRegression;

/**
 * The difference of two means with covariates from before taken off by regression, from the units themselves.
 *
 * @param estimate the difference
 * @param regression what it comes from
 */
public record CovariateModel(double estimate, RobustRegression regression) {

    private static final int ARM = 1;

    /**
     * Units of an arm.
     *
     * @param values of the metric
     * @param covariates of each unit, as many of each
     */
    public record Units(double[] values, double[][] covariates) {}

    /** One slope for both arms: the analysis of covariance. */
    public static CovariateModel ancova(Units control, Units treatment) {
        return fit(control, treatment, false);
    }

    /**
     * A slope for each arm, which is never worse for many units: Lin, "Agnostic notes on regression adjustments to
     * experimental data", Annals of Applied Statistics 7 (2013).
     */
    public static CovariateModel lin(Units control, Units treatment) {
        return fit(control, treatment, true);
    }

    private static CovariateModel fit(Units control, Units treatment, boolean interacted) {
        int first = control.values.length;
        int n = first + treatment.values.length;
        int covariates = n == 0 ? 0 : (first > 0 ? control : treatment).covariates[0].length;
        double[] means = new double[covariates];
        for (int i = 0; i < n; i++) {
            double[] unit = i < first ? control.covariates[i] : treatment.covariates[i - first];
            for (int j = 0; j < covariates; j++) {
                means[j] += unit[j] / n;
            }
        }
        double[] response = new double[n];
        double[][] rows = new double[n][];
        for (int i = 0; i < n; i++) {
            boolean treated = i >= first;
            double[] unit = treated ? treatment.covariates[i - first] : control.covariates[i];
            response[i] = treated ? treatment.values[i - first] : control.values[i];
            rows[i] = new double[2 + covariates * (interacted ? 2 : 1)];
            rows[i][0] = 1;
            rows[i][ARM] = treated ? 1 : 0;
            for (int j = 0; j < covariates; j++) {
                double centred = unit[j] - means[j];
                rows[i][2 + j] = centred;
                if (interacted) {
                    rows[i][2 + covariates + j] = treated ? centred : 0;
                }
            }
        }
        RobustRegression regression = RobustRegression.fit(response, rows);
        return new CovariateModel(regression.coefficient(ARM), regression);
    }

    /** The standard error of the difference. */
    public double error(RobustRegression.Correction correction) {
        return regression.error(ARM, correction);
    }
}
