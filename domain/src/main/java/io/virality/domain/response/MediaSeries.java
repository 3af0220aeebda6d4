package io.virality.domain.response;

import java.util.Arrays;
import java.util.List;

/**
 * What was spent and what it brought, period by period, in order.
 *
 * @param channels their names
 * @param spend of each channel, by period
 * @param value what was brought, by period
 * @param controls what else moves the value, by period; each enters as it is
 * @param yearly how many periods a year has; 0 if nothing returns yearly
 */
public record MediaSeries(List<String> channels, double[][] spend, double[] value, double[][] controls, double yearly) {

    /** @throws IllegalArgumentException if the columns differ in length, or a number is none, or spending is negative */
    public MediaSeries {
        channels = List.copyOf(channels);
        if (channels.isEmpty() || channels.size() != spend.length) {
            throw new IllegalArgumentException(
                    channels.size() + " channels and " + spend.length + " columns of spending");
        }
        for (double[] column : spend) {
            require(column, value.length);
            if (Arrays.stream(column).anyMatch(amount -> amount < 0)) {
                throw new IllegalArgumentException("spending cannot be negative");
            }
        }
        for (double[] column : controls) {
            require(column, value.length);
        }
        require(value, value.length);
    }

    private static void require(double[] column, int length) {
        if (column.length != length) {
            throw new IllegalArgumentException("columns of " + column.length + " and " + length + " periods");
        }
        if (!Arrays.stream(column).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("not a number in a column");
        }
    }

    /** How many periods. */
    public int periods() {
        return value.length;
    }

    /** What is spent in a period lately: the mean of the last quarter of a year, or of the last 13 periods. */
    public double today(int channel) {
        double[] column = spend[channel];
        return Arrays.stream(column, Math.max(0, column.length - LATELY), column.length)
                .average()
                .orElse(0);
    }

    /** How many periods "today" is the mean of. */
    public static final int LATELY = 13;

    /** The columns that enter linearly: one, the trend, the seasons, and the controls, each centred and scaled. */
    double[][] background() {
        int n = periods();
        int harmonics = yearly > 0 && n >= 2 * yearly ? 2 : 0;
        double[][] columns = new double[2 + 2 * harmonics + controls.length][];
        columns[0] = new double[n];
        Arrays.fill(columns[0], 1);
        columns[1] = new double[n];
        Arrays.setAll(columns[1], i -> i / (double) n - .5);
        for (int h = 1; h <= harmonics; h++) {
            double angle = 2 * Math.PI * h / yearly;
            columns[2 * h] = new double[n];
            columns[2 * h + 1] = new double[n];
            Arrays.setAll(columns[2 * h], i -> Math.sin(angle * i));
            Arrays.setAll(columns[2 * h + 1], i -> Math.cos(angle * i));
        }
        for (int i = 0; i < controls.length; i++) {
            columns[2 + 2 * harmonics + i] = standardised(controls[i]);
        }
        return columns;
    }

    private static double[] standardised(double[] column) {
        double mean = Arrays.stream(column).average().orElse(0);
        double spread = Math.sqrt(Arrays.stream(column)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElse(0));
        return Arrays.stream(column)
                .map(value -> spread == 0 ? 0 : (value - mean) / spread)
                .toArray();
    }
}
