package io.virality.domain.experiment;

import java.util.Arrays;

/**
 * Keeps the largest values of a metric apart from the others while these are counted, so that the moments without the top
 * 0.1 % come out of the same pass, and nothing is ever subtracted. Up to {@value #CAPACITY} values are kept at least.
 */
final class Extremes {

    /** The part of the units that is looked at. */
    static final double TOP = .001;

    private static final int CAPACITY = 1 << 15;

    private final int variables;
    private double[] values = new double[1 << 10];
    private double[] first = new double[1 << 10];
    private int[] variations = new int[1 << 10];
    private int size;
    private double threshold = Double.NEGATIVE_INFINITY;

    /** Where values go that are not among the largest. */
    interface Rest {

        void add(int variation, double... unit);
    }

    Extremes(int variables) {
        this.variables = variables;
        this.values = new double[variables << 10];
    }

    /** Whether a value is among the largest so far. */
    boolean takes(double value) {
        return value > threshold;
    }

    void add(int variation, double[] unit, Rest rest) {
        if (size == first.length) {
            if (size < 2 * CAPACITY) {
                first = Arrays.copyOf(first, 2 * size);
                values = Arrays.copyOf(values, 2 * size * variables);
                variations = Arrays.copyOf(variations, 2 * size);
            } else {
                keepAbove(largest(CAPACITY), rest);
                if (!takes(unit[0])) {
                    rest.add(variation, unit);
                    return;
                }
            }
        }
        first[size] = unit[0];
        variations[size] = variation;
        System.arraycopy(unit, 0, values, size * variables, variables);
        size++;
    }

    /** The value at a place among the kept ones, from the largest at 0 down. */
    private double largest(int place) {
        double[] ascending = Arrays.copyOf(first, size);
        Arrays.sort(ascending);
        return ascending[size - 1 - place];
    }

    private void keepAbove(double value, Rest rest) {
        int kept = 0;
        double[] unit = new double[variables];
        for (int i = 0; i < size; i++) {
            System.arraycopy(values, i * variables, unit, 0, variables);
            if (first[i] > value) {
                first[kept] = first[i];
                variations[kept] = variations[i];
                System.arraycopy(unit, 0, values, kept * variables, variables);
                kept++;
            } else {
                rest.add(variations[i], unit);
            }
        }
        size = kept;
        threshold = Math.max(threshold, value);
    }

    void addTo(Extremes other, Rest rest) {
        double[] unit = new double[variables];
        for (int i = 0; i < size; i++) {
            System.arraycopy(values, i * variables, unit, 0, variables);
            if (other.takes(unit[0])) {
                other.add(variations[i], unit, rest);
            } else {
                rest.add(variations[i], unit);
            }
        }
    }

    /** Gives away all but the top 0.1 % of so many units: those above a value, so that it does not matter who came first. */
    void keepTop(long units, Rest rest) {
        int top = (int) Math.min(CAPACITY - 1, Math.ceil(TOP * units));
        if (size > top) {
            keepAbove(largest(top), rest);
        }
    }

    /** Gives away all but the largest value, if that is one unit's alone. */
    void keepLargest(Rest rest) {
        if (size > 1) {
            keepAbove(largest(1), rest);
        }
    }

    void clear(Rest rest) {
        keepAbove(Double.POSITIVE_INFINITY, rest);
    }

    int size() {
        return size;
    }

    /** Of the kept ones; of none, {@code NaN}. */
    double largest() {
        return size == 0 ? Double.NaN : largest(0);
    }

    double threshold() {
        return threshold;
    }

    int variationOfLargest() {
        double largest = largest();
        int lowest = Integer.MAX_VALUE;
        for (int i = 0; i < size; i++) {
            lowest = first[i] == largest ? Math.min(lowest, variations[i]) : lowest;
        }
        return lowest;
    }
}
