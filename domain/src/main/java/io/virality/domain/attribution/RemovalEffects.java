package io.virality.domain.attribution;

import java.util.Arrays;

/**
 * How many orders are lost without a source, by a Markov chain of first order over all journeys. Who takes a source away
 * loses the journeys that would have met it: the chance to come by it, times the chance of an order from there.
 */
final class RemovalEffects {

    /** Sources that were met less often than so many others are one state together: the chain is solved exactly. */
    static final int MOST_STATES = 500;

    private final int[] states;
    private final int size;
    private final long[][] steps;

    /** @param met how often each source was met */
    RemovalEffects(long[] met) {
        size = Math.min(met.length, MOST_STATES);
        states = new int[met.length];
        Integer[] order = new Integer[met.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (one, other) -> Long.compare(met[other], met[one]));
        for (int i = 0; i < order.length; i++) {
            states[order[i]] = Math.min(i, size - 1);
        }
        // The last row is the start; the last columns are an order, and nothing.
        steps = new long[size + 1][size + 2];
    }

    /** Whether some sources share a state. */
    boolean lumped() {
        return states.length > size;
    }

    /** Counts a journey. That a source follows itself changes nothing. */
    void count(int[] sources, int length, boolean ordered) {
        int state = size;
        for (int i = 0; i < length; i++) {
            int next = states[sources[i]];
            if (next != state) {
                steps[state][next]++;
                state = next;
            }
        }
        steps[state][size + (ordered ? 0 : 1)]++;
    }

    /** The part of all orders that is lost without each source; zeros if there are no orders. */
    double[] effects() {
        double[][] visits = inverse();
        double[] start = shares(size);
        double[] orders = new double[size];
        Arrays.setAll(orders, i -> shares(i)[size]);
        double[] reached = new double[size];
        double[] ordered = new double[size];
        double all = 0;
        for (int i = 0; i < size; i++) {
            for (int k = 0; k < size; k++) {
                reached[i] += start[k] * visits[k][i];
                ordered[i] += visits[i][k] * orders[k];
            }
            reached[i] /= visits[i][i];
        }
        for (int i = 0; i < size; i++) {
            all += start[i] * ordered[i];
        }
        double[] effects = new double[states.length];
        for (int i = 0; i < effects.length && all > 0; i++) {
            effects[i] = reached[states[i]] * ordered[states[i]] / all;
        }
        return effects;
    }

    private double[] shares(int from) {
        double sum = Arrays.stream(steps[from]).sum();
        return Arrays.stream(steps[from])
                .mapToDouble(count -> sum == 0 ? 0 : count / sum)
                .toArray();
    }

    /** (I − Q)⁻¹, how often each state is met from each, by Gauss and Jordan; diagonally dominant, so without pivots. */
    private double[][] inverse() {
        double[][] matrix = new double[size][2 * size];
        for (int i = 0; i < size; i++) {
            double[] shares = shares(i);
            for (int k = 0; k < size; k++) {
                matrix[i][k] = (i == k ? 1 : 0) - shares[k];
            }
            matrix[i][size + i] = 1;
        }
        for (int i = 0; i < size; i++) {
            double pivot = matrix[i][i];
            for (int k = i; k < 2 * size; k++) {
                matrix[i][k] /= pivot;
            }
            for (int row = 0; row < size; row++) {
                double factor = matrix[row][i];
                if (row != i && factor != 0) {
                    for (int k = i; k < 2 * size; k++) {
                        matrix[row][k] -= factor * matrix[i][k];
                    }
                }
            }
        }
        double[][] inverse = new double[size][];
        for (int i = 0; i < size; i++) {
            inverse[i] = Arrays.copyOfRange(matrix[i], size, 2 * size);
        }
        return inverse;
    }
}
