package io.virality.domain.forecast;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** Makes a series of observations as they come: repeated, out of order, rounded, out of a stale cache. */
final class Cleaning {

    /** A cache is not stale for longer. */
    private static final int LONGEST_DIP_DAYS = 7;

    /** A dip of a rounded count is deeper than what the border between two steps explains. */
    private static final double LEAST_DIP_STEPS = 1.5;

    /** A dip of an exact count is deeper than so many typical changes. */
    private static final double LEAST_DIP_CHANGES = 6;

    /** A step is coarse if it is at least this part of the value. */
    private static final double COARSE = 1e-4;

    private static final int FEWEST_CHANGES = 4;
    private static final double ERROR_OF_STEP = 1e-9;

    /** Below this part of the value it is an error of calculation. */
    private static final double LEAST_STEP = 1e-7;

    /** Who recovered so often is believed to recover again. */
    private static final int DIPS_OF_HABIT = 2;

    /** Where more of the other changes are losses, losses are nothing special. */
    private static final double MOST_LOSSES = .2;

    private static final int NOTABLE_GAP_DAYS = 7;
    private static final double NOTABLE_GAP_SPACINGS = 4;

    private final String group;
    private final List<String> notes = new ArrayList<>();
    private int[] days;
    private double[] values;

    Cleaning(String group, double[] times, double[] values) {
        this.group = group;
        oneADay(times, values);
    }

    Cleaning(String group, DailySeries.Observed observed) {
        this.group = group;
        this.days = observed.days();
        this.values = observed.values();
    }

    DailySeries series(Circumstances circumstances) {
        DailySeries.Observed observed = new DailySeries.Observed(days, values);
        Nature nature = Nature.of(values);
        double step = step();
        if (step > 1 && values.length > 0 && step >= COARSE * Math.abs(values[values.length - 1])) {
            notes.add("counts are rounded to steps of " + number(step));
        }
        if (nature == Nature.LEVEL && falls()) {
            dropDips(step);
        }
        gap().ifPresent(notes::add);
        return new DailySeries(group, days, values, nature, step, notes, observed, circumstances);
    }

    /** By time, then by value, so that the order of rows does not matter. */
    private void oneADay(double[] times, double[] observed) {
        boolean ordered = ordered(times, observed);
        int[] order = ordered ? new int[0] : order(times, observed);
        int rows = ordered ? times.length : order.length;
        days = new int[rows];
        values = new double[rows];
        int size = 0;
        int repeated = 0;
        for (int i = 0; i < rows; i++) {
            int place = ordered ? i : order[i];
            int day = (int) Math.floor(times[place]);
            if (size > 0 && days[size - 1] == day) {
                size--;
                repeated++;
            }
            days[size] = day;
            values[size] = observed[place];
            size++;
        }
        if (repeated == 0) {
            return;
        }
        days = Arrays.copyOf(days, size);
        values = Arrays.copyOf(values, size);
        notes.add(String.format(
                Locale.ROOT, "%d observations left out: a later one, or a larger one, is of the same day", repeated));
    }

    private static boolean ordered(double[] times, double[] observed) {
        for (int i = 0; i < times.length; i++) {
            if (Double.isNaN(observed[i]) || i > 0 && !(times[i] > times[i - 1])) {
                return false;
            }
        }
        return true;
    }

    private static int[] order(double[] times, double[] observed) {
        return IntStream.range(0, times.length)
                .filter(i -> !Double.isNaN(observed[i]))
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(i -> times[i]).thenComparingDouble(i -> observed[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** The largest number of which all recent changes are multiples, unless these are few or all alike. */
    private double step() {
        int from = Math.max(1, values.length - DailySeries.RECENT);
        double step = 0;
        double largest = 0;
        boolean alike = true;
        for (int i = from; i < values.length; i++) {
            double change = Math.abs(values[i] - values[i - 1]);
            largest = Math.max(largest, Math.max(Math.abs(values[i]), change));
            step = commonMeasure(step, change, ERROR_OF_STEP * largest);
            alike &= change == Math.abs(values[from] - values[from - 1]);
        }
        return alike || values.length - from < FEWEST_CHANGES || step <= LEAST_STEP * largest ? 0 : step;
    }

    /** Euclid's way, for numbers with an error. */
    private static double commonMeasure(double one, double other, double error) {
        double larger = Math.max(one, other);
        double smaller = Math.min(one, other);
        while (smaller > error) {
            double rest = Math.abs(larger - smaller * Math.rint(larger / smaller));
            larger = smaller;
            smaller = rest;
        }
        return larger;
    }

    private boolean falls() {
        for (int i = 1; i < values.length; i++) {
            if (values[i] < values[i - 1]) {
                return true;
            }
        }
        return false;
    }

    /** What falls and is back within days was never lost. */
    private void dropDips(double step) {
        double least = leastDip(step);
        boolean[] dropped = new boolean[values.length];
        int found = 0;
        int last = 0;
        double deepest = 0;
        for (int i = 1; i < values.length; i++) {
            if (values[last] - values[i] > least) {
                int back = recovery(last, i, least);
                if (back > 0) {
                    for (int j = i; j < back; j++) {
                        dropped[j] = true;
                        deepest = Math.max(deepest, values[last] - values[j]);
                    }
                    found++;
                    i = back;
                } else if (found >= DIPS_OF_HABIT
                        && days[values.length - 1] - days[last] <= LONGEST_DIP_DAYS
                        && values[last] - lowest(i) <= 2 * deepest) {
                    Arrays.fill(dropped, i, values.length, true);
                    break;
                }
            }
            last = i;
        }
        if (found == 0 || losses(dropped) > MOST_LOSSES) {
            return;
        }
        int[] kept = IntStream.range(0, values.length).filter(i -> !dropped[i]).toArray();
        notes.add(String.format(
                Locale.ROOT,
                "%d observations left out as false dips: the count was back within %d days",
                values.length - kept.length,
                LONGEST_DIP_DAYS));
        days = Arrays.stream(kept).map(i -> days[i]).toArray();
        values = Arrays.stream(kept).mapToDouble(i -> values[i]).toArray();
    }

    private double leastDip(double step) {
        double[] changes = new double[Math.max(0, values.length - 1)];
        for (int i = 1; i < values.length; i++) {
            changes[i - 1] = Math.abs(values[i] - values[i - 1]);
        }
        boolean coarse = values.length > 0 && step >= COARSE * values[values.length - 1];
        double typical = changes.length == 0 ? 0 : Quantiles.median(changes);
        return coarse ? LEAST_DIP_STEPS * step : LEAST_DIP_CHANGES * typical;
    }

    private int recovery(int before, int dip, double least) {
        for (int i = dip + 1; i < values.length && days[i] - days[before] <= LONGEST_DIP_DAYS; i++) {
            if (values[i] >= values[before] - least / 2) {
                return i;
            }
        }
        return -1;
    }

    private double lowest(int from) {
        return Arrays.stream(values, from, values.length).min().orElseThrow();
    }

    private double losses(boolean[] dropped) {
        int losses = 0;
        int changes = 0;
        int last = 0;
        for (int i = 1; i < values.length; i++) {
            if (!dropped[i]) {
                losses += values[i] < values[last] ? 1 : 0;
                changes++;
                last = i;
            }
        }
        return changes == 0 ? 0 : (double) losses / changes;
    }

    private Optional<String> gap() {
        int longest = 0;
        int at = 0;
        for (int i = 1; i < days.length; i++) {
            if (days[i] - days[i - 1] > longest) {
                longest = days[i] - days[i - 1];
                at = i;
            }
        }
        if (longest <= Math.max(NOTABLE_GAP_DAYS, NOTABLE_GAP_SPACINGS * DailySeries.spacing(days))) {
            return Optional.empty();
        }
        return Optional.of("nothing was observed for " + longest + " days until " + LocalDate.ofEpochDay(days[at])
                + ": no values were made up, trends are per day");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value >= 1 ? "%,.0f" : "%.3g", value);
    }
}
