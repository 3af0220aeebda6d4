package io.virality.domain.recommendation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * How well scores put those in front that should be. Where scores are equal, each order is equally likely, and the figures
 * are what is to be expected: no luck of the order in which creators were stored.
 */
final class Ranked {

    private final int relevant;
    private final List<Group> groups;
    private final int[] order;

    /** Those of one score, from a place on, counted from 0. */
    private record Group(int start, int size, int relevant) {}

    /**
     * @param scores the highest is the first; {@code NaN} where one is not to be ranked at all
     * @param relevant those that should be in front
     * @param seed of the order of equal ones in {@link #top}
     * @throws IllegalArgumentException if none is relevant
     */
    Ranked(double[] scores, boolean[] relevant, long seed) {
        long[] shuffle = new SplittableRandom(seed).longs(scores.length).toArray();
        order = IntStream.range(0, scores.length)
                .filter(i -> !Double.isNaN(scores[i]))
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(i -> -scores[i])
                        .thenComparingLong(i -> shuffle[i])
                        .thenComparingInt(i -> i))
                .mapToInt(i -> i)
                .toArray();
        List<Group> found = new ArrayList<>();
        int all = 0;
        for (int start = 0, end; start < order.length; start = end) {
            int inGroup = 0;
            for (end = start; end < order.length && scores[order[end]] == scores[order[start]]; end++) {
                inGroup += relevant[order[end]] ? 1 : 0;
            }
            found.add(new Group(start, end - start, inGroup));
            all += inGroup;
        }
        if (all == 0) {
            throw new IllegalArgumentException("nobody is relevant");
        }
        this.relevant = all;
        this.groups = List.copyOf(found);
    }

    /** The first so many, equal ones in an order by chance. */
    int[] top(int places) {
        return IntStream.of(order).limit(places).toArray();
    }

    /** The normalised discounted cumulative gain of the first so many (Järvelin and Kekäläinen, 2002). */
    double ndcg(int places) {
        double gain = 0;
        for (Group group : groups) {
            double share = (double) group.relevant() / group.size();
            int end = Math.min(places, group.start() + group.size());
            for (int place = group.start(); place < end; place++) {
                gain += share * discount(place);
            }
        }
        double ideal = 0;
        for (int place = 0; place < Math.min(places, relevant); place++) {
            ideal += discount(place);
        }
        return gain / ideal;
    }

    /** How probably one of the relevant is among the first so many. */
    double hit(int places) {
        for (Group group : groups) {
            int left = places - group.start();
            if (left <= 0) {
                return 0;
            }
            if (group.relevant() > 0) {
                return group.size() <= left ? 1 : 1 - none(group, left);
            }
        }
        return 0;
    }

    /** One by the place of the first that is relevant. */
    double reciprocalRank() {
        Group first = groups.stream()
                .filter(group -> group.relevant() > 0)
                .findFirst()
                .orElseThrow();
        double expected = 0;
        double noneBefore = 1;
        for (int before = 0; before <= first.size() - first.relevant(); before++) {
            double here = (double) first.relevant() / (first.size() - before);
            expected += noneBefore * here / (first.start() + before + 1);
            noneBefore *= 1 - here;
        }
        return expected;
    }

    /** How probably none of a group's relevant ones is among its first so many. */
    private static double none(Group group, int first) {
        double none = 1;
        for (int i = 0; i < first; i++) {
            none *= Math.max(0, group.size() - group.relevant() - i) / (double) (group.size() - i);
        }
        return none;
    }

    private static double discount(int place) {
        return Math.log(2) / Math.log(place + 2);
    }
}
