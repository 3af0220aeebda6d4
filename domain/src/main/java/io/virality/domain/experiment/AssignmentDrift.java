package io.virality.domain.experiment;

import io.virality.domain.stats.ChiSquare;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether units came to the variations in other shares at one time than at another, whatever was planned: a variation that is
 * cut off for some days and favoured later may end with as many units as the others, but with others.
 *
 * @param homogeneity of the shares over the periods, by Pearson's chi-square
 * @param periods how many were compared: days, or several in a row where few units came
 */
public record AssignmentDrift(ChiSquare homogeneity, int periods) {

    /** As small as for the sample ratio that blocks, as this is looked at day after day, too. */
    private static final double LEVEL = .001;

    /**
     * Of each cell, or the chi-square distribution does not hold: Cochran, "Some methods for strengthening the common
     * chi-square tests", Biometrics 10 (1954).
     */
    private static final double FEWEST_EXPECTED = 5;

    /**
     * Compares what came from one look to the next.
     *
     * @param looks how many units there were by variation, in the order of time, each with those before
     * @param names of the variations
     * @return empty where too few units came to compare two periods
     */
    static Optional<AssignmentDrift> of(List<Map<String, Long>> looks, List<String> names) {
        if (looks.isEmpty() || names.size() < 2) {
            return Optional.empty();
        }
        double[] all = counts(looks.get(looks.size() - 1), names);
        double units = Arrays.stream(all).sum();
        double needed = FEWEST_EXPECTED * units / Arrays.stream(all).min().orElseThrow();
        List<double[]> periods = new ArrayList<>();
        double[] before = new double[names.size()];
        for (Map<String, Long> look : looks) {
            double[] soFar = counts(look, names);
            double came = Arrays.stream(soFar).sum() - Arrays.stream(before).sum();
            if (came >= needed && units - Arrays.stream(soFar).sum() >= needed) {
                periods.add(less(soFar, before));
                before = soFar;
            }
        }
        if (Arrays.stream(before).sum() < units) {
            periods.add(less(all, before));
        }
        return periods.size() < 2
                ? Optional.empty()
                : Optional.of(new AssignmentDrift(ChiSquare.ofTable(periods.toArray(double[][]::new)), periods.size()));
    }

    private static double[] counts(Map<String, Long> look, List<String> names) {
        return names.stream().mapToDouble(name -> look.getOrDefault(name, 0L)).toArray();
    }

    private static double[] less(double[] counts, double[] others) {
        double[] less = new double[counts.length];
        for (int i = 0; i < less.length; i++) {
            less[i] = counts[i] - others[i];
        }
        return less;
    }

    /** Whether it is to be told. */
    public boolean warns() {
        return homogeneity.pValue() < LEVEL;
    }
}
