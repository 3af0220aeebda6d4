package io.virality.domain.stats;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The order of a column of values. Values are sorted once; ranks among any of the units are then counted, which takes time
 * in proportion to their number.
 */
public final class Ranks {

    private static final int NONE = -1;

    /** Of the digits by which values are sorted, and how many make a value. */
    private static final int BITS = 11;

    private static final int DIGITS = 6;

    /** Each unit's place among the distinct values, or {@link #NONE}. */
    private final int[] places;

    private final int distinct;

    private Ranks(int[] places, int distinct) {
        this.places = places;
        this.distinct = distinct;
    }

    /** The order of these values; {@code NaN} has none. */
    public static Ranks of(double[] values) {
        int[] places = new int[values.length];
        Arrays.fill(places, NONE);
        int distinct = 0;
        double last = Double.NaN;
        for (int unit : ascending(values)) {
            if (values[unit] != last) {
                last = values[unit];
                distinct++;
            }
            places[unit] = distinct - 1;
        }
        return new Ranks(places, distinct);
    }

    /** Each unit's place among the distinct values, which must not be changed; −1 where it has none. */
    int[] places() {
        return places;
    }

    /** How many distinct values there are. */
    int distinct() {
        return distinct;
    }

    /**
     * The units that have a value, in its order. A sort by digits from the last one on takes a sixth of the time of a sort
     * by comparison and a search for each unit's place.
     */
    private static int[] ascending(double[] values) {
        int[] units = IntStream.range(0, values.length)
                .filter(unit -> !Double.isNaN(values[unit]))
                .toArray();
        int n = units.length;
        long[] keys = new long[n];
        int[][] counts = new int[DIGITS][1 << BITS];
        for (int i = 0; i < n; i++) {
            keys[i] = ordered(values[units[i]]);
            for (int digit = 0; digit < DIGITS; digit++) {
                counts[digit][digit(keys[i], digit)]++;
            }
        }
        long[] nextKeys = new long[n];
        int[] nextUnits = new int[n];
        for (int digit = 0; digit < DIGITS; digit++) {
            int[] places = counts[digit];
            if (n > 0 && places[digit(keys[0], digit)] == n) {
                continue;
            }
            int before = 0;
            for (int value = 0; value < places.length; value++) {
                int count = places[value];
                places[value] = before;
                before += count;
            }
            for (int i = 0; i < n; i++) {
                int place = places[digit(keys[i], digit)]++;
                nextKeys[place] = keys[i];
                nextUnits[place] = units[i];
            }
            long[] spareKeys = keys;
            keys = nextKeys;
            nextKeys = spareKeys;
            int[] spareUnits = units;
            units = nextUnits;
            nextUnits = spareUnits;
        }
        return units;
    }

    /** A number that, taken without its sign, is the larger the larger the value is. */
    private static long ordered(double value) {
        // The two zeros are equal, but not their bits.
        long bits = Double.doubleToRawLongBits(value + 0.0);
        return bits ^ (bits >> Long.SIZE - 1 | Long.MIN_VALUE);
    }

    private static int digit(long key, int digit) {
        return (int) (key >>> digit * BITS) & (1 << BITS) - 1;
    }

    /** For each unit the share of those with a value whose value is not above its own; {@code NaN} where it has none. */
    public double[] sharesUpTo() {
        int[] upTo = new int[distinct];
        for (int place : places) {
            if (place != NONE) {
                upTo[place]++;
            }
        }
        Arrays.parallelPrefix(upTo, Integer::sum);
        return Arrays.stream(places)
                .mapToDouble(place -> place == NONE ? Double.NaN : (double) upTo[place] / upTo[distinct - 1])
                .toArray();
    }

    /** For each unit the share of all that lie below it, those beside it counting half; all must have a value. */
    public double[] sharesBelow() {
        int n = places.length;
        int[] once = new int[n];
        Arrays.fill(once, 1);
        double[] at = centred(once, n);
        return Arrays.stream(places)
                .mapToDouble(place -> (at[place] + n / 2.0) / n)
                .toArray();
    }

    /** Finite values' ranks with mean 0 and variance 1, equal values sharing their mean rank; all 0 if all are equal. */
    public static double[] standardised(double[] values) {
        Ranks order = of(values);
        int[] once = new int[values.length];
        Arrays.fill(once, 1);
        double[] at = order.centred(once, values.length);
        double[] ranks =
                Arrays.stream(order.places).mapToDouble(place -> at[place]).toArray();
        double deviation =
                Math.sqrt(Arrays.stream(ranks).map(rank -> rank * rank).sum() / values.length);
        return deviation == 0
                ? ranks
                : Arrays.stream(ranks).map(rank -> rank / deviation).toArray();
    }

    /**
     * Spearman's coefficient over the units that have a place in both orders, equal values sharing the mean of their ranks;
     * {@code NaN} where the values of one are all equal.
     */
    public static double correlation(Ranks x, Ranks y) {
        int[] once = new int[x.places.length];
        Arrays.fill(once, 1);
        return correlation(x, y, once);
    }

    /**
     * The same with each unit taken so many times.
     *
     * @param times at least 0 for each unit
     */
    public static double correlation(Ranks x, Ranks y, int[] times) {
        int[] counts = times.clone();
        long n = 0;
        for (int i = 0; i < counts.length; i++) {
            if (x.places[i] == NONE || y.places[i] == NONE) {
                counts[i] = 0;
            }
            n += counts[i];
        }
        double[] rankX = x.centred(counts, n);
        double[] rankY = y.centred(counts, n);
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                double dx = rankX[x.places[i]];
                double dy = rankY[y.places[i]];
                xx += counts[i] * dx * dx;
                yy += counts[i] * dy * dy;
                xy += counts[i] * dx * dy;
            }
        }
        return xx == 0 || yy == 0 ? Double.NaN : xy / (Math.sqrt(xx) * Math.sqrt(yy));
    }

    /**
     * How much each unit moves Spearman's coefficient, by the infinitesimal jackknife (Efron and Tibshirani, An
     * Introduction to the Bootstrap, 1993, chapter 21): the derivative by the unit's share of the sample. Their mean is 0,
     * and the root of their sum of squares, by n, is the coefficient's standard error. All units must have a place in both
     * orders.
     */
    static double[] influences(Ranks x, Ranks y) {
        int n = x.places.length;
        int[] once = new int[n];
        Arrays.fill(once, 1);
        double[] u = x.scores(once, n);
        double[] v = y.scores(once, n);
        double[] uAboveX = x.meanAbove(u);
        double[] vAboveX = x.meanAbove(v);
        double[] uAboveY = y.meanAbove(u);
        double[] vAboveY = y.meanAbove(v);
        double uu = 0;
        double vv = 0;
        double uv = 0;
        for (int i = 0; i < n; i++) {
            uu += u[i] * u[i] / n;
            vv += v[i] * v[i] / n;
            uv += u[i] * v[i] / n;
        }
        double spread = Math.sqrt(uu) * Math.sqrt(vv);
        double[] influences = new double[n];
        for (int i = 0; i < n; i++) {
            double ofProduct = u[i] * v[i] - 3 * uv + vAboveX[i] + uAboveY[i];
            double ofX = u[i] * u[i] - 3 * uu + 2 * uAboveX[i];
            double ofY = v[i] * v[i] - 3 * vv + 2 * vAboveY[i];
            influences[i] = ofProduct / spread - uv / spread / 2 * (ofX / uu + ofY / vv);
        }
        return influences;
    }

    /** Each unit's rank less the mean rank, as a share of n. */
    private double[] scores(int[] times, long n) {
        double[] at = centred(times, n);
        return Arrays.stream(places).mapToDouble(place -> at[place] / n).toArray();
    }

    /** For each unit the sum of a score over those above it, and half of those beside it, by n. */
    private double[] meanAbove(double[] scores) {
        double[] at = new double[distinct];
        for (int i = 0; i < scores.length; i++) {
            at[places[i]] += scores[i] / scores.length;
        }
        double above = 0;
        for (int place = distinct - 1; place >= 0; place--) {
            double beside = at[place];
            at[place] = above + beside / 2;
            above += beside;
        }
        return Arrays.stream(places).mapToDouble(place -> at[place]).toArray();
    }

    /** The mean rank at each place less the mean of all ranks, with each unit so many times. */
    private double[] centred(int[] times, long n) {
        double[] at = new double[distinct];
        for (int i = 0; i < places.length; i++) {
            if (times[i] > 0) {
                at[places[i]] += times[i];
            }
        }
        double before = 0;
        for (int place = 0; place < distinct; place++) {
            double count = at[place];
            at[place] = before + (count - n) / 2;
            before += count;
        }
        return at;
    }
}
