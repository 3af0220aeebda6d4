package io.virality.domain.stats;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.numbers.gamma.LogGamma;

/**
 * Whether the shares of successes in two groups differ, given all margins of the table: R. A. Fisher, Statistical Methods
 * for Research Workers (1934), section 21.02. Exact however few successes there are.
 */
public final class FisherExact {

    /** Tables as likely as the observed one but for rounding count as being as extreme, as in R. */
    private static final double AS_LIKELY = 1 + 1e-7;

    private final long successes;
    private final long units;
    private final long otherSuccesses;
    private final long otherUnits;
    private final long least;
    private final double[] logDensities;

    /**
     * Successes among the units of one group, and of the other that it is compared with.
     *
     * @throws IllegalArgumentException if there are more successes than units, or fewer than none
     */
    public FisherExact(long successes, long units, long otherSuccesses, long otherUnits) {
        if (successes < 0 || successes > units || otherSuccesses < 0 || otherSuccesses > otherUnits) {
            throw new IllegalArgumentException(
                    "no table: " + successes + " of " + units + ", " + otherSuccesses + " of " + otherUnits);
        }
        this.successes = successes;
        this.units = units;
        this.otherSuccesses = otherSuccesses;
        this.otherUnits = otherUnits;
        long all = successes + otherSuccesses;
        this.least = Math.max(0, all - otherUnits);
        int tables = (int) (Math.min(all, units) - least + 1);
        this.logDensities = IntStream.range(0, tables)
                .mapToDouble(i -> logChoices(units, least + i) + logChoices(otherUnits, all - least - i))
                .toArray();
    }

    private static double logChoices(long from, long many) {
        return LogGamma.value(from + 1.0) - LogGamma.value(many + 1.0) - LogGamma.value(from - many + 1.0);
    }

    /** The p-value against the group having no smaller share. */
    public double less() {
        return share(densities(0), 0, place());
    }

    /** The p-value against the group having no larger share. */
    public double greater() {
        return share(densities(0), place(), logDensities.length - 1);
    }

    /** The p-value against equal shares: the chance of all tables that are no likelier than the observed one. */
    public double twoSided() {
        double[] densities = densities(0);
        double likely = densities[place()] * AS_LIKELY;
        double extreme = 0;
        double all = 0;
        for (double density : densities) {
            extreme += density <= likely ? density : 0;
            all += density;
        }
        return Math.min(1, extreme / all);
    }

    /** The ratio of the odds in the group to those in the other. */
    public double oddsRatio() {
        return (double) successes * (otherUnits - otherSuccesses) / ((double) (units - successes) * otherSuccesses);
    }

    /** The ratio of odds that makes the observed table, given its margins, most likely. */
    public double likeliestOddsRatio() {
        if (place() == 0) {
            return 0;
        }
        return place() == logDensities.length - 1
                ? Double.POSITIVE_INFINITY
                : solve(log -> mean(densities(log)) - place());
    }

    /** The interval of the ratio of odds that tests of either tail do not reject (Clopper and Pearson's way). */
    public Interval oddsRatioInterval(double confidence) {
        double tail = (1 - confidence) / 2;
        int last = logDensities.length - 1;
        double low = place() == 0 ? 0 : solve(log -> share(densities(log), place(), last) - tail);
        double high =
                place() == last ? Double.POSITIVE_INFINITY : solve(log -> tail - share(densities(log), 0, place()));
        return new Interval(low, high, confidence);
    }

    private int place() {
        return (int) (successes - least);
    }

    /** How likely each table is, but for a constant, at the logarithm of a ratio of odds. */
    private double[] densities(double logRatio) {
        double[] densities = new double[logDensities.length];
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < densities.length; i++) {
            densities[i] = logDensities[i] + i * logRatio;
            highest = Math.max(highest, densities[i]);
        }
        for (int i = 0; i < densities.length; i++) {
            densities[i] = Math.exp(densities[i] - highest);
        }
        return densities;
    }

    private static double share(double[] densities, int from, int to) {
        double all = 0;
        double some = 0;
        for (int i = 0; i < densities.length; i++) {
            all += densities[i];
            some += i >= from && i <= to ? densities[i] : 0;
        }
        return Math.min(1, some / all);
    }

    private static double mean(double[] densities) {
        double all = 0;
        double sum = 0;
        for (int i = 0; i < densities.length; i++) {
            all += densities[i];
            sum += i * densities[i];
        }
        return sum / all;
    }

    private static double solve(DoubleUnaryOperator ofLogRatio) {
        return Math.exp(Root.of(ofLogRatio, -1, 1));
    }
}
