package io.virality.domain.forecast;

import java.util.List;

/**
 * A recent slope, drawn towards the panel's median by empirical Bayes, the more the less is known of it: a rounded count
 * tells little of its slope in two weeks. Part of it is believed to last, and fades.
 */
final class PanelDrift implements ForecastMethod {

    /** Slopes are those of so many days, or so many times a part of the distance of observations. */
    private static final double[] WINDOWS_DAYS = {14, 30};

    private static final double DAYS_OF_SHORT_SPACING = 2;

    private static final double MOST_OF_WINDOW = .7;
    private static final int FEWEST_TELLING = 5;

    private static final double LASTING = .8;
    static final double DAMPING = .98;
    private static final double LEAST_PART_BETWEEN = .2;
    private static final double NORMAL_MEDIAN_DEVIATION = 1.4826;
    private static final double VARIANCE_OF_ROUNDING = 1 / 12.0;

    /**
     * What is usual in a panel, for each window.
     *
     * @param slopes the median, per day
     * @param variances of true slopes between series
     */
    private record Usual(double[] slopes, double[] variances) {}

    private static Usual usual(List<DailySeries> panel) {
        double[] slopes = new double[WINDOWS_DAYS.length];
        double[] variances = new double[WINDOWS_DAYS.length];
        for (int window = 0; window < WINDOWS_DAYS.length; window++) {
            List<DailySeries> telling = telling(panel, WINDOWS_DAYS[window]);
            double[] each = new double[telling.size()];
            double[] noises = new double[telling.size()];
            for (int i = 0; i < each.length; i++) {
                int first = first(telling.get(i), WINDOWS_DAYS[window]);
                each[i] = slope(telling.get(i), first);
                noises[i] = noise(telling.get(i), first);
            }
            double median = Quantiles.median(each);
            for (int i = 0; i < each.length; i++) {
                each[i] = Math.abs(each[i] - median);
            }
            double deviation = NORMAL_MEDIAN_DEVIATION * Quantiles.median(each);
            double variance = deviation * deviation;
            slopes[window] = median;
            variances[window] = Math.max(variance - Quantiles.median(noises), LEAST_PART_BETWEEN * variance);
        }
        return new Usual(slopes, variances);
    }

    /** Those that fill most of the window and are observed still; all, if these are few. */
    private static List<DailySeries> telling(List<DailySeries> panel, double windowDays) {
        int newest = panel.stream().mapToInt(DailySeries::lastDay).max().orElse(0);
        List<DailySeries> telling = panel.stream()
                .filter(series ->
                        series.lastDay() - series.day(first(series, windowDays)) >= MOST_OF_WINDOW * windowDays
                                && newest - series.lastDay() <= windowDays / 2)
                .toList();
        return telling.size() >= FEWEST_TELLING ? telling : panel;
    }

    @Override
    public String id() {
        return "panel-drift";
    }

    @Override
    public Extrapolation over(List<DailySeries> panel) {
        Usual usual = usual(panel);
        return series -> course(series, usual);
    }

    private static Course course(DailySeries series, Usual usual) {
        double slope = 0;
        for (int window = 0; window < WINDOWS_DAYS.length; window++) {
            int first = first(series, WINDOWS_DAYS[window]);
            double variance = usual.variances()[window];
            double noise = noise(series, first);
            double own = variance + noise > 0 ? variance / (variance + noise) : 1;
            slope += (usual.slopes()[window] + own * (slope(series, first) - usual.slopes()[window]))
                    / WINDOWS_DAYS.length;
        }
        return new Trend(series.lastScaled(), LASTING * slope, DAMPING, 1);
    }

    private static int first(DailySeries series, double windowDays) {
        double days = windowDays * Math.max(1, series.spacing() / DAYS_OF_SHORT_SPACING);
        int last = series.size() - 1;
        int first = last;
        while (first > 0 && series.lastDay() - series.day(first - 1) <= days) {
            first--;
        }
        return Math.max(0, Math.min(first, last - 2));
    }

    private static double slope(DailySeries series, int first) {
        return (series.lastScaled() - series.scaled(first)) / Math.max(1, series.lastDay() - series.day(first));
    }

    /** Of a slope between two rounded counts. */
    private static double noise(DailySeries series, int first) {
        double step = series.scaledStep();
        double days = Math.max(1, series.lastDay() - series.day(first));
        return 2 * step * step * VARIANCE_OF_ROUNDING / (days * days);
    }
}
