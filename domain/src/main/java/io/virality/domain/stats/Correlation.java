package io.virality.domain.stats;

import java.util.Locale;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/** A correlation coefficient of n pairs, and how sure it is. */
public sealed interface Correlation permits RankCorrelation, PearsonCorrelation {

    /** Fewer pairs than this allow no interval. */
    int FEWEST_PAIRS = 4;

    /** Between −1 and 1. */
    double coefficient();

    /** The number of pairs. */
    long n();

    /** The standard error of the coefficient after Fisher's transformation. */
    double transformedError();

    /**
     * Whether all pairs stand in one order or on one line. Then neither {@link #interval} nor {@link #pValue} says how sure
     * that is: the one shrinks to a point and the other to 0, however few pairs there are.
     */
    default boolean perfect() {
        return Math.abs(coefficient()) == 1;
    }

    /** The interval by Fisher's transformation. */
    default Interval interval(double confidence) {
        double z = (Math.log1p(coefficient()) - Math.log1p(-coefficient())) / 2;
        double width =
                NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - confidence) / 2) * transformedError();
        return new Interval(Math.tanh(z - width), Math.tanh(z + width), confidence);
    }

    /**
     * The two-sided p-value of no correlation by r√((n − 2)/(1 − r²)), which is t with n − 2 degrees of freedom: of normal
     * values exactly, of ranks nearly (Kendall and Stuart, The Advanced Theory of Statistics, volume 2, sections 26.19 and
     * 31.19).
     */
    default double pValue() {
        double r = coefficient();
        double t = Math.abs(r) * Math.sqrt((n() - 2) / ((1 - r) * (1 + r)));
        return Math.min(1, 2 * TDistribution.of(n() - 2).survivalProbability(t));
    }

    /** How a coefficient is found. */
    enum Method {
        /** Of the ranks: says how nearly the larger goes with the larger, whatever the scale. */
        SPEARMAN,
        /** Of the values: says how nearly they lie on one line; the largest weigh most. */
        PEARSON;

        /** The name in commands: {@code spearman}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The method of that name. */
        public static Method of(String id) {
            return valueOf(id.toUpperCase(Locale.ROOT));
        }

        /** A coefficient found by it. */
        public Correlation correlation(double coefficient, long n) {
            return this == SPEARMAN ? new RankCorrelation(coefficient, n) : new PearsonCorrelation(coefficient, n);
        }
    }
}
