package io.virality.domain.response;

import java.util.Arrays;

/**
 * Fits all channels' curves by least squares, within bounds, and always the same way: a grid of carry-over, half and shape
 * for each channel, one channel after the other until nothing changes, then ever smaller steps around the best. For given
 * three the rest is linear, and is solved exactly (variable projection; Golub and Pereyra, SIAM Journal on Numerical Analysis
 * 10 (1973)).
 */
final class CurveFit {

    static final double LARGEST_CARRY_OVER = .95;
    private static final double[] CARRY_OVERS = {0, .1, .2, .3, .4, .5, .6, .7, .8, .9};
    private static final double[] SHAPES = {.6, 1, 1.5, 2, 3};
    static final double SMALLEST_SHAPE = .5;
    static final double LARGEST_SHAPE = 4;
    /** Parts of the largest effective spending. */
    private static final double[] HALVES = {.05, .1, .2, .35, .5, .75, 1.1, 1.7};

    static final double SMALLEST_HALF = .02;
    static final double LARGEST_HALF = 3;
    private static final int MOST_ROUNDS = 12;
    private static final int HALVINGS = 7;

    private final MediaSeries series;
    private final double[][] basis;
    private final double[][][] candidates;
    private final double[][] points;

    CurveFit(MediaSeries series) {
        this.series = series;
        this.basis = orthonormal(series.background());
        int channels = series.channels().size();
        this.points = new double[CARRY_OVERS.length * HALVES.length * SHAPES.length][];
        int next = 0;
        for (double carryOver : CARRY_OVERS) {
            for (double half : HALVES) {
                for (double shape : SHAPES) {
                    points[next++] = new double[] {carryOver, half, shape};
                }
            }
        }
        this.candidates = new double[channels][points.length][];
        for (int channel = 0; channel < channels; channel++) {
            for (int i = 0; i < points.length; i++) {
                candidates[channel][i] = rest(column(channel, points[i]), basis);
            }
        }
    }

    /**
     * What was fitted.
     *
     * @param curves of the channels
     * @param fitted what the model says of each period
     */
    record Fitted(Curve[] curves, double[] fitted) {}

    /** Fits values, which may be other ones than the series has. */
    Fitted fit(double[] value) {
        int channels = candidates.length;
        double[] target = rest(value, basis);
        double[][] chosen = new double[channels][];
        double[][] columns = new double[channels][];
        for (int round = 0; round < MOST_ROUNDS; round++) {
            boolean changed = false;
            for (int channel = 0; channel < channels; channel++) {
                double[][] others = orthonormal(others(columns, channel));
                double[] left = rest(target, others);
                int best = best(channel, left, others);
                if (!Arrays.equals(points[best], chosen[channel])) {
                    chosen[channel] = points[best];
                    columns[channel] = candidates[channel][best];
                    changed = true;
                }
            }
            if (!changed) {
                break;
            }
        }
        refine(target, chosen, columns);
        return fitted(value, target, chosen, columns);
    }

    private int best(int channel, double[] left, double[][] others) {
        int best = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < points.length; i++) {
            double gain = gain(candidates[channel][i], left, others);
            if (gain > most) {
                most = gain;
                best = i;
            }
        }
        return best;
    }

    /** By how much a column lowers the squares that are left; nothing, if it would have to be negative. */
    private static double gain(double[] column, double[] left, double[][] others) {
        double[] own = others.length == 0 ? column : rest(column, others);
        double square = dot(own, own);
        double product = dot(own, left);
        return product <= 0 || square <= 1e-10 * dot(column, column) ? 0 : product * product / square;
    }

    private void refine(double[] target, double[][] chosen, double[][] columns) {
        double[] steps = {.05, Math.log(1.25), Math.log(1.2)};
        for (int halving = 0; halving < HALVINGS; halving++) {
            for (int channel = 0; channel < chosen.length; channel++) {
                double[][] others = orthonormal(others(columns, channel));
                double[] left = rest(target, others);
                double most = gain(columns[channel], left, others);
                boolean moved = true;
                for (int tries = 0; moved && tries < 20; tries++) {
                    moved = false;
                    for (int parameter = 0; parameter < 3; parameter++) {
                        for (int sign = -1; sign <= 1; sign += 2) {
                            double[] point = moved(chosen[channel], parameter, sign * steps[parameter]);
                            double[] column = rest(column(channel, point), basis);
                            double gain = gain(column, left, others);
                            if (gain > most) {
                                most = gain;
                                chosen[channel] = point;
                                columns[channel] = column;
                                moved = true;
                            }
                        }
                    }
                }
            }
            for (int i = 0; i < steps.length; i++) {
                steps[i] /= 2;
            }
        }
    }

    private static double[] moved(double[] point, int parameter, double step) {
        double[] moved = point.clone();
        if (parameter == 0) {
            moved[0] = Math.max(0, Math.min(LARGEST_CARRY_OVER, moved[0] + step));
        } else {
            double low = parameter == 1 ? SMALLEST_HALF : SMALLEST_SHAPE;
            double high = parameter == 1 ? LARGEST_HALF : LARGEST_SHAPE;
            moved[parameter] = Math.max(low, Math.min(high, moved[parameter] * Math.exp(step)));
        }
        return moved;
    }

    private Fitted fitted(double[] value, double[] target, double[][] chosen, double[][] columns) {
        double[] most = nonNegative(target, columns);
        double[] background = value.clone();
        double[] fitted = new double[value.length];
        Curve[] curves = new Curve[chosen.length];
        for (int channel = 0; channel < curves.length; channel++) {
            curves[channel] = new Curve(
                    chosen[channel][0],
                    chosen[channel][1] * largest(channel, chosen[channel][0]),
                    chosen[channel][2],
                    most[channel]);
            double[] column = column(channel, chosen[channel]);
            for (int i = 0; i < fitted.length; i++) {
                fitted[i] += most[channel] * column[i];
                background[i] -= most[channel] * column[i];
            }
        }
        double[] noise = rest(background, basis);
        for (int i = 0; i < fitted.length; i++) {
            fitted[i] += background[i] - noise[i];
        }
        return new Fitted(curves, fitted);
    }

    /** Least squares with no negative coefficient: one after the other, until nothing moves. */
    private static double[] nonNegative(double[] target, double[][] columns) {
        double[] most = new double[columns.length];
        double[] left = target.clone();
        for (int round = 0; round < 5_000; round++) {
            double moved = 0;
            for (int channel = 0; channel < columns.length; channel++) {
                double square = dot(columns[channel], columns[channel]);
                if (square > 0) {
                    double next = Math.max(0, most[channel] + dot(columns[channel], left) / square);
                    double step = next - most[channel];
                    most[channel] = next;
                    for (int i = 0; i < left.length; i++) {
                        left[i] -= step * columns[channel][i];
                    }
                    moved = Math.max(moved, Math.abs(step) / (1e-12 + Math.abs(next)));
                }
            }
            if (moved < 1e-10) {
                break;
            }
        }
        return most;
    }

    private double largest(int channel, double carryOver) {
        return Math.max(
                1e-9,
                Arrays.stream(Curve.effective(series.spend()[channel], carryOver))
                        .max()
                        .orElse(0));
    }

    private double[] column(int channel, double[] point) {
        double[] effective = Curve.effective(series.spend()[channel], point[0]);
        double largest = Arrays.stream(effective).max().orElse(0);
        return Curve.saturation(effective, Math.max(1e-9, point[1] * largest), point[2]);
    }

    private static double[][] others(double[][] columns, int without) {
        double[][] others = new double[columns.length][];
        int count = 0;
        for (int i = 0; i < columns.length; i++) {
            if (i != without && columns[i] != null) {
                others[count++] = columns[i];
            }
        }
        return Arrays.copyOf(others, count);
    }

    /** Directions of unit length that span the columns: Gram and Schmidt, twice for exactness. */
    static double[][] orthonormal(double[][] columns) {
        double[][] found = new double[columns.length][];
        int count = 0;
        for (double[] column : columns) {
            double[] own = column.clone();
            double before = dot(own, own);
            for (int pass = 0; pass < 2; pass++) {
                own = rest(own, Arrays.copyOf(found, count));
            }
            double square = dot(own, own);
            if (square > 1e-12 * before && before > 0) {
                double length = Math.sqrt(square);
                found[count++] = Arrays.stream(own).map(x -> x / length).toArray();
            }
        }
        return Arrays.copyOf(found, count);
    }

    /** What of a column is not told by directions of unit length. */
    static double[] rest(double[] column, double[][] directions) {
        double[] rest = column.clone();
        for (double[] direction : directions) {
            double product = dot(rest, direction);
            for (int i = 0; i < rest.length; i++) {
                rest[i] -= product * direction[i];
            }
        }
        return rest;
    }

    static double dot(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    /** How many numbers a fit chooses. */
    static int chosen(MediaSeries series) {
        return series.background().length + 4 * series.channels().size();
    }
}
