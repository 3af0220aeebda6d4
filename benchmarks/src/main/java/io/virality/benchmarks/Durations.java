package io.virality.benchmarks;

import java.util.Arrays;
import java.util.Locale;

/** How long each of several rounds took, in seconds. */
record Durations(double... seconds) {

    double median() {
        double[] sorted = sorted();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    private double[] sorted() {
        double[] sorted = seconds.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    void print(String what) {
        double[] sorted = sorted();
        System.out.printf(
                Locale.ROOT,
                "%-18s median %.2f s (%.2f to %.2f)%n",
                what,
                median(),
                sorted[0],
                sorted[sorted.length - 1]);
    }
}
