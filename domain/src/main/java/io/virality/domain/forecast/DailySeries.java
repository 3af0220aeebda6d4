package io.virality.domain.forecast;

import java.util.Arrays;
import java.util.List;

/**
 * What was counted of one group, at most once a day, on any days. Cleaned: what was done is told by {@link #notes()}.
 * Immutable.
 */
public final class DailySeries {

    /** Of the newest observations, so many tell the typical distance, the step of rounding and the typical change. */
    static final int RECENT = 30;

    private final String group;
    private final int[] days;
    private final double[] values;
    private final Nature nature;
    private final double step;
    private final double[] scaled;
    private final double spacing;
    private final double restlessness;
    private final List<String> notes;
    private final Observed observed;
    private final Circumstances circumstances;

    /** One value a day, before anything else was left out. */
    record Observed(int[] days, double[] values) {}

    DailySeries(
            String group,
            int[] days,
            double[] values,
            Nature nature,
            double step,
            List<String> notes,
            Observed observed,
            Circumstances circumstances) {
        this.group = group;
        this.days = days;
        this.values = values;
        this.observed = observed;
        this.circumstances = circumstances;
        this.nature = nature;
        this.step = step;
        this.notes = List.copyOf(notes);
        this.scaled = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            scaled[i] = nature.scaled(values[i]);
        }
        this.spacing = spacing(days);
        this.restlessness = restlessness(days, scaled, spacing);
    }

    /**
     * Cleans observations.
     *
     * @param group whose they are
     * @param times when they held, in days since 1970-01-01 in UTC, in any order; of one day the latest counts
     * @param values what was counted; what is not a number is left out
     */
    public static DailySeries of(String group, double[] times, double[] values) {
        return new Cleaning(group, times, values).series(Circumstances.NONE);
    }

    /** Whose it is. */
    public String group() {
        return group;
    }

    /** How many observations there are. */
    public int size() {
        return days.length;
    }

    /** The newest day, since 1970-01-01. */
    public int lastDay() {
        return days[days.length - 1];
    }

    /** The value of the newest day. */
    public double lastValue() {
        return values[values.length - 1];
    }

    /** How the values behave. */
    public Nature nature() {
        return nature;
    }

    /** The step to which the newest values are rounded; 0 where none is seen. */
    public double step() {
        return step;
    }

    /** What was done to the observations, in words. */
    public List<String> notes() {
        return notes;
    }

    int day(int place) {
        return days[place];
    }

    double value(int place) {
        return values[place];
    }

    /** On the scale of forecasts. */
    double scaled(int place) {
        return scaled[place];
    }

    double[] scaled() {
        return scaled;
    }

    double lastScaled() {
        return scaled[scaled.length - 1];
    }

    /** The typical distance of observations, in days. */
    double spacing() {
        return spacing;
    }

    /** How much it typically moves from one observation to the next, on the scale of forecasts; above 0. */
    double restlessness() {
        return restlessness;
    }

    /** The step of rounding at the newest value, on the scale of forecasts. */
    double scaledStep() {
        return nature == Nature.LEVEL ? step / lastValue() : step;
    }

    /** The same, with what else is counted of whose it is. */
    DailySeries under(Circumstances others) {
        return new DailySeries(group, days, values, nature, step, notes, observed, others);
    }

    /** What else is counted of whose it is. */
    Circumstances circumstances() {
        return circumstances;
    }

    /** All that was observed. */
    Observed observed() {
        return observed;
    }

    /** What would have been known on a day: what came later does not tell what was a dip. */
    DailySeries until(int day) {
        int place = Arrays.binarySearch(observed.days(), day);
        int size = place >= 0 ? place + 1 : -place - 1;
        return new Cleaning(
                        group,
                        new Observed(Arrays.copyOf(observed.days(), size), Arrays.copyOf(observed.values(), size)))
                .series(circumstances);
    }

    static double spacing(int[] days) {
        int distances = Math.min(RECENT, days.length - 1);
        if (distances < 1) {
            return 1;
        }
        double[] gaps = new double[distances];
        for (int i = 0; i < distances; i++) {
            gaps[i] = days[days.length - 1 - i] - days[days.length - 2 - i];
        }
        return Math.max(1, Quantiles.median(gaps));
    }

    /** A mean, because the median of a rounded count that seldom moves is 0. */
    private static double restlessness(int[] days, double[] scaled, double spacing) {
        int changes = Math.min(RECENT, days.length - 1);
        double sum = 0;
        for (int i = days.length - changes; i < days.length; i++) {
            sum += Math.abs(scaled[i] - scaled[i - 1]) / Math.sqrt((days[i] - days[i - 1]) / spacing);
        }
        return sum / Math.max(1, changes);
    }
}
