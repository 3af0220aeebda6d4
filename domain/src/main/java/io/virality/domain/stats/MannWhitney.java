package io.virality.domain.stats;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Whether the units of one group tend to lie above those of another, by their ranks: Mann and Whitney, "On a test of whether
 * one of two random variables is stochastically larger than the other", Annals of Mathematical Statistics 18 (1947).
 * Extreme values weigh no more than others. Keeps both groups in memory while it ranks them.
 */
public final class MannWhitney {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private final double above;
    private final long n;
    private final long others;
    private final double deviation;
    private final boolean ties;

    private MannWhitney(double above, long n, long others, double deviation, boolean ties) {
        this.above = above;
        this.n = n;
        this.others = others;
        this.deviation = deviation;
        this.ties = ties;
    }

    /** Ranks two groups of finite values, neither of them empty. */
    public static MannWhitney of(double[] group, double[] other) {
        double[] mine = Sample.of(group).ascending();
        double[] theirs = Sample.of(other).ascending();
        double above = 0;
        double tied = 0;
        boolean ties = false;
        int i = 0;
        int j = 0;
        while (i < mine.length || j < theirs.length) {
            double value = Math.min(i < mine.length ? mine[i] : theirs[j], j < theirs.length ? theirs[j] : mine[i]);
            int fromMine = i;
            int fromTheirs = j;
            while (i < mine.length && mine[i] == value) {
                i++;
            }
            while (j < theirs.length && theirs[j] == value) {
                j++;
            }
            double alike = i - fromMine + (double) (j - fromTheirs);
            above += (i - fromMine) * (fromTheirs + (j - fromTheirs) / 2.0);
            tied += alike * (alike * alike - 1);
            ties |= alike > 1;
        }
        double all = mine.length + (double) theirs.length;
        double variance = mine.length * (theirs.length / 12.0) * (all + 1 - tied / (all * (all - 1)));
        return new MannWhitney(above, mine.length, theirs.length, Math.sqrt(Math.max(0, variance)), ties);
    }

    /** U: in how many pairs the group's unit lies above the other's, ties counting half. */
    public double above() {
        return above;
    }

    /** The chance that a unit of the group lies above one of the other, ties counting half. */
    public double superiority() {
        return above / n / others;
    }

    /** The p-value against the group tending to lie no higher, by the normal distribution, corrected for continuity. */
    public double greater() {
        return tail(above - mean() - .5);
    }

    /** The p-value against the group tending to lie no lower, likewise. */
    public double less() {
        return tail(mean() - above - .5);
    }

    /** The p-value against neither tending to lie higher, likewise. */
    public double twoSided() {
        return Math.min(1, 2 * tail(Math.abs(above - mean()) - .5));
    }

    /** The p-value against neither tending to lie higher, by the normal distribution as it is. */
    public double twoSidedUncorrected() {
        return Math.min(1, 2 * tail(Math.abs(above - mean())));
    }

    private double mean() {
        return n * (others / 2.0);
    }

    /** Of groups that are all alike nothing is ever seen. */
    private double tail(double distance) {
        return deviation == 0 ? 1 : NORMAL.survivalProbability(distance / deviation);
    }

    /**
     * The exact p-value against neither tending to lie higher; absent where units are tied. It costs time by the
     * product of the sizes and the size: it is meant for groups of up to a few hundred units.
     */
    public OptionalDouble exactTwoSided() {
        if (ties) {
            return OptionalDouble.empty();
        }
        int extreme = (int) Math.min(above, n * others - above);
        double tail = Arrays.stream(chances((int) n, (int) others, extreme)).sum();
        return OptionalDouble.of(Math.min(1, 2 * tail));
    }

    /**
     * How likely each U up to the highest is: the coefficients of a Gaussian binomial, built factor by factor and divided by how many there
     * are on the way, so that they stay in range.
     */
    private static double[] chances(int n, int others, int highest) {
        double[] chances = new double[highest + 1];
        chances[0] = 1;
        for (int k = 1; k <= n; k++) {
            int up = others + k;
            for (int u = chances.length - 1; u >= up; u--) {
                chances[u] -= chances[u - up];
            }
            for (int u = k; u < chances.length; u++) {
                chances[u] += chances[u - k];
            }
            double share = (double) k / up;
            for (int u = 0; u < chances.length; u++) {
                chances[u] *= share;
            }
        }
        return chances;
    }
}
