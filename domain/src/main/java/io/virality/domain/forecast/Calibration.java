package io.virality.domain.forecast;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * How far from its forecasts a method has to expect the values (conformal prediction): quantiles of the absolute errors of
 * rolling origins, each scaled by how restless its series was and how far ahead it looked.
 */
final class Calibration {

    /** With fewer errors than this the ends of a band of 95 % are not to be told. */
    static final int FEWEST = 40;

    /** What the scales may be fitted to; more of it changes nothing. */
    private static final int MOST_FITTED = 2_000;

    private static final double[] SHARES_OF_RESTLESSNESS = {0, .25, .5, .75, 1};
    private static final double STEEPEST = 1.3;
    private static final double STRIDE = .05;
    private static final double LEAST_STEP_OF_ROUNDING = .25;
    private static final double ALMOST_NOTHING = 1e-12;

    private final double share;
    private final double steepness;
    private final double[] widths;

    private Calibration(double share, double steepness, double[] widths) {
        this.share = share;
        this.steepness = steepness;
        this.widths = widths;
    }

    /** By what was forecast, in some rows. */
    static Calibration of(RollingOrigins origins, double[] forecasts, IntPredicate rows) {
        int[] chosen = new int[origins.size()];
        int size = 0;
        for (int row = 0; row < origins.size(); row++) {
            if (rows.test(row)) {
                chosen[size++] = row;
            }
        }
        double[] errors = new double[size];
        double[] logRestlessness = new double[size];
        double[] logSteps = new double[size];
        for (int i = 0; i < size; i++) {
            int row = chosen[i];
            errors[i] = Math.abs(origins.actual(row) - forecasts[row]);
            logRestlessness[i] = origins.logRestlessness(row);
            logSteps[i] = origins.logSteps(row);
        }
        double[] scale = scale(errors, logRestlessness, logSteps);
        double[] scores = new double[size];
        for (int i = 0; i < size; i++) {
            scores[i] = errors[i] / Math.exp(scale[0] * logRestlessness[i] + scale[1] * logSteps[i]);
        }
        Arrays.sort(scores);
        double independent = origins.independentForecasts();
        double[] widths = new double[Band.PROBABILITIES.length];
        for (int i = 0; i < widths.length; i++) {
            double outside = (1 - Band.PROBABILITIES[i]) * independent / (independent + 1);
            int rank = (int) Math.ceil((size + 1) * (1 - outside));
            widths[i] = size == 0 ? Double.NaN : scores[Math.min(size, rank) - 1];
        }
        return new Calibration(scale[0], scale[1], widths);
    }

    /** The two powers that make errors most alike, by the likelihood of Laplace's distribution. */
    private static double[] scale(double[] errors, double[] logRestlessness, double[] logSteps) {
        int stride = Math.max(1, errors.length / MOST_FITTED);
        int count = (errors.length + stride - 1) / stride;
        double meanRestlessness = 0;
        double meanSteps = 0;
        double[][] bySteps = new double[(int) Math.round(STEEPEST / STRIDE) + 1][count];
        for (int i = 0; i < count; i++) {
            meanRestlessness += logRestlessness[i * stride] / count;
            meanSteps += logSteps[i * stride] / count;
            for (int j = 0; j < bySteps.length; j++) {
                bySteps[j][i] = Math.exp(-j * STRIDE * logSteps[i * stride]);
            }
        }
        double[] best = {0, 0};
        double least = Double.POSITIVE_INFINITY;
        double[] scaled = new double[count];
        for (double share : SHARES_OF_RESTLESSNESS) {
            for (int i = 0; i < count; i++) {
                scaled[i] = errors[i * stride] * Math.exp(-share * logRestlessness[i * stride]) / count;
            }
            for (int j = 0; j < bySteps.length; j++) {
                double mean = Double.MIN_NORMAL;
                for (int i = 0; i < count; i++) {
                    mean += scaled[i] * bySteps[j][i];
                }
                double unlikeliness = share * meanRestlessness + j * STRIDE * meanSteps + Math.log(mean);
                if (unlikeliness < least) {
                    least = unlikeliness;
                    best = new double[] {share, j * STRIDE};
                }
            }
        }
        return best;
    }

    /** Of a series; above 0, also where nothing moves. */
    static double restlessness(DailySeries series) {
        double least = Math.max(
                LEAST_STEP_OF_ROUNDING * series.scaledStep(),
                ALMOST_NOTHING * Math.max(1, Math.abs(series.lastScaled())));
        return Math.max(series.restlessness(), least);
    }

    /** What bands are wide by: the more, the more restless the series is and the farther it is looked ahead. */
    double scale(double logRestlessness, double logSteps) {
        return Math.exp(share * logRestlessness + steepness * logSteps);
    }

    /** Half the width of a band of this scale, on the scale of forecasts. */
    double width(int band, double scale) {
        return widths[band] * scale;
    }
}
