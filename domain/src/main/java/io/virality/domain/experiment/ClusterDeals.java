package io.virality.domain.experiment;

import java.util.Random;

/**
 * Clusters dealt anew, for few of which no distribution is near: in what part of all ways to deal them would the arms lie as
 * far apart? Fisher's randomization test of no effect on any cluster. An arm's value is a ratio of two sums over its clusters.
 */
final class ClusterDeals {

    /** Beyond so many ways, as many are drawn. */
    private static final int MOST_WAYS = 100_000;

    private static final long SEED = 20;

    /** Sums in another order differ by their rounding. */
    private static final double NEARLY = 1e-9;

    private final double[] above;
    private final double[] below;
    private final int treated;
    private double allAbove;
    private double allBelow;

    /** The clusters of both arms, of which the last ones were treated. */
    ClusterDeals(double[] above, double[] below, int treated) {
        this.above = above.clone();
        this.below = below.clone();
        this.treated = treated;
        for (int i = 0; i < above.length; i++) {
            allAbove += above[i];
            allBelow += below[i];
        }
    }

    /** By all ways, or by so many that are drawn from them: the same ones each time. */
    double pValue() {
        int[] chosen = new int[treated];
        for (int i = 0; i < treated; i++) {
            chosen[i] = above.length - treated + i;
        }
        double least = Math.abs(difference(chosen)) * (1 - NEARLY);
        return ways() > MOST_WAYS ? drawn(least) : counted(least);
    }

    private double ways() {
        double ways = 1;
        for (int i = 1; i <= treated; i++) {
            ways = ways * (above.length - treated + i) / i;
        }
        return ways;
    }

    private double counted(double least) {
        int[] chosen = new int[treated];
        for (int i = 0; i < treated; i++) {
            chosen[i] = i;
        }
        long all = 0;
        long far = 0;
        do {
            all++;
            far += isFar(chosen, least) ? 1 : 0;
        } while (next(chosen));
        return (double) far / all;
    }

    /** In the order of a dictionary. */
    private boolean next(int[] chosen) {
        int place = treated - 1;
        while (place >= 0 && chosen[place] == above.length - treated + place) {
            place--;
        }
        if (place < 0) {
            return false;
        }
        chosen[place]++;
        for (int i = place + 1; i < treated; i++) {
            chosen[i] = chosen[i - 1] + 1;
        }
        return true;
    }

    /** The way that was dealt is one of them. */
    private double drawn(double least) {
        Random random = new Random(SEED);
        int[] order = new int[above.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        int[] chosen = new int[treated];
        long far = 1;
        for (int draw = 1; draw < MOST_WAYS; draw++) {
            for (int i = 0; i < treated; i++) {
                int other = i + random.nextInt(order.length - i);
                chosen[i] = order[other];
                order[other] = order[i];
                order[i] = chosen[i];
            }
            far += isFar(chosen, least) ? 1 : 0;
        }
        return (double) far / MOST_WAYS;
    }

    private boolean isFar(int[] chosen, double least) {
        return Math.abs(difference(chosen)) >= least;
    }

    private double difference(int[] chosen) {
        double someAbove = 0;
        double someBelow = 0;
        for (int cluster : chosen) {
            someAbove += above[cluster];
            someBelow += below[cluster];
        }
        return someAbove / someBelow - (allAbove - someAbove) / (allBelow - someBelow);
    }
}
