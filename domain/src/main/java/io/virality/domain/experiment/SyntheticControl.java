package io.virality.domain.experiment;

import io.virality.domain.experiment.DifferenceInDifferences.Region;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What was done to some regions brought, beside a weighted mean of untouched ones that went as the treated ones did before
 * (Abadie, Diamond and Hainmueller, "Synthetic control methods for comparative case studies", Journal of the American
 * Statistical Association 105 (2010)). Weights are shares: none negative, their sum 1. Whether the gap is more than chance is
 * told by placebos: each untouched region is taken for the treated one.
 *
 * @param weights of the untouched regions, in their order
 * @param gaps of the treated regions' mean to its synthetic one, period by period since it began
 * @param fitBefore the root of the mean squared gap before it began
 * @param missBefore the mean gap before it began: far from 0 where no weights reach the treated regions
 * @param level the treated regions' mean before it began
 * @param pValue the share of regions, the treated one among them, whose gap after it began is as large beside the gap before
 * @param treated how many regions something was done to
 */
public record SyntheticControl(
        List<Double> weights,
        List<Double> gaps,
        double fitBefore,
        double missBefore,
        double level,
        double pValue,
        int treated) {

    /** With fewer untouched regions placebos tell nothing. */
    public static final int FEWEST_CONTROL = 5;

    /** With fewer periods before, weights are nothing but chance. */
    public static final int FEWEST_BEFORE = 5;

    /** A gap before of more than this part of the level is no good match. */
    private static final double POOR_FIT = .1;

    /** A mean gap before of more than this part of the effect may be what the effect is. */
    private static final double PART_OF_EFFECT = .25;

    private static final int MOST_STEPS = 20_000;
    private static final double SMALL = 1e-12;

    /** Copies are kept. */
    public SyntheticControl {
        weights = List.copyOf(weights);
        gaps = List.copyOf(gaps);
    }

    /** @throws IllegalArgumentException if there are too few regions or periods, in words */
    public static SyntheticControl of(List<Region> regions) {
        List<Region> treated = regions.stream().filter(Region::treated).toList();
        List<Region> control =
                regions.stream().filter(region -> !region.treated()).toList();
        if (treated.isEmpty() || control.size() < FEWEST_CONTROL) {
            throw new IllegalArgumentException("too few regions for a synthetic control: " + treated.size()
                    + " treated and " + control.size() + " untouched; it needs at least 1 and " + FEWEST_CONTROL);
        }
        int before = regions.get(0).before().length;
        if (before < FEWEST_BEFORE || regions.get(0).after().length == 0) {
            throw new IllegalArgumentException("too few periods for a synthetic control: " + before
                    + " before it began; it needs " + FEWEST_BEFORE + ", and one since");
        }
        Region mean = mean(treated);
        Match match = Match.of(mean, control);
        long asLarge = 1;
        for (int i = 0; i < control.size(); i++) {
            List<Region> others = new ArrayList<>(control);
            Region placebo = others.remove(i);
            asLarge += Match.of(placebo, others).ratio() >= match.ratio() ? 1 : 0;
        }
        return new SyntheticControl(
                Arrays.stream(match.shares).boxed().toList(),
                Arrays.stream(match.after).boxed().toList(),
                rootMeanSquare(match.before),
                Arrays.stream(match.before).average().orElseThrow(),
                Arrays.stream(mean.before()).average().orElseThrow(),
                asLarge / (control.size() + 1.0),
                treated.size());
    }

    /** In one region and period, on average. */
    public double effect() {
        return gaps.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    /** In all treated regions and all periods since it began. */
    public double total() {
        return effect() * gaps.size() * treated;
    }

    /** Whether the synthetic region went so differently before that its gap since tells little. */
    public boolean fitsPoorly() {
        return fitBefore > POOR_FIT * Math.abs(level) || Math.abs(missBefore) > PART_OF_EFFECT * Math.abs(effect());
    }

    /** The smallest p-value that so many regions can give. */
    public double smallestPValue() {
        return 1.0 / (weights.size() + 1);
    }

    private static Region mean(List<Region> regions) {
        double[] before = new double[regions.get(0).before().length];
        double[] after = new double[regions.get(0).after().length];
        for (Region region : regions) {
            Arrays.setAll(before, i -> before[i] + region.before()[i] / regions.size());
            Arrays.setAll(after, i -> after[i] + region.after()[i] / regions.size());
        }
        return new Region(true, before, after);
    }

    private static double rootMeanSquare(double[] values) {
        return Math.sqrt(
                Arrays.stream(values).map(value -> value * value).average().orElse(0));
    }

    /** A region, and others weighted as it went before. */
    private record Match(double[] shares, double[] before, double[] after) {

        static Match of(Region region, List<Region> others) {
            double[][] before = others.stream().map(Region::before).toArray(double[][]::new);
            double[][] after = others.stream().map(Region::after).toArray(double[][]::new);
            double[] shares = weights(region.before(), before);
            return new Match(shares, gaps(region.before(), before, shares), gaps(region.after(), after, shares));
        }

        double ratio() {
            return rootMeanSquare(after) / Math.max(Double.MIN_NORMAL, rootMeanSquare(before));
        }
    }

    private static double[] gaps(double[] values, double[][] others, double[] weights) {
        double[] gaps = values.clone();
        for (int j = 0; j < weights.length; j++) {
            for (int i = 0; i < gaps.length; i++) {
                gaps[i] -= weights[j] * others[j][i];
            }
        }
        return gaps;
    }

    /**
     * The shares with the least squares: at each step all goes to the best of pairs, weight moved from the column whose slope
     * is worst to the one whose slope is best, as far as it helps (pairwise Frank-Wolfe; Lacoste-Julien and Jaggi, Advances in
     * Neural Information Processing Systems 28 (2015)). Columns are scaled, so that units do not matter.
     */
    static double[] weights(double[] target, double[][] columns) {
        double scale = Math.max(rootMeanSquare(target), Double.MIN_NORMAL);
        double[] weights = new double[columns.length];
        Arrays.fill(weights, 1.0 / columns.length);
        double[] left = gaps(target, columns, weights);
        double[] slopes = new double[columns.length];
        for (int step = 0; step < MOST_STEPS; step++) {
            int to = 0;
            int from = -1;
            for (int j = 0; j < columns.length; j++) {
                slopes[j] = 0;
                for (int i = 0; i < left.length; i++) {
                    slopes[j] -= columns[j][i] * left[i];
                }
                to = slopes[j] < slopes[to] ? j : to;
                from = weights[j] > 0 && (from < 0 || slopes[j] > slopes[from]) ? j : from;
            }
            double gain = slopes[from] - slopes[to];
            double curve = 0;
            for (int i = 0; i < left.length; i++) {
                curve += Math.pow(columns[to][i] - columns[from][i], 2);
            }
            if (gain <= SMALL * scale * scale * left.length || curve == 0) {
                break;
            }
            double moved = Math.min(weights[from], gain / curve);
            weights[to] += moved;
            weights[from] = moved == weights[from] ? 0 : weights[from] - moved;
            for (int i = 0; i < left.length; i++) {
                left[i] -= moved * (columns[to][i] - columns[from][i]);
            }
        }
        return weights;
    }
}
