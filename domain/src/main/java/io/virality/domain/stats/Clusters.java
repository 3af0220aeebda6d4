package io.virality.domain.stats;

import java.util.HashMap;
import java.util.Map;

/**
 * Units of which some belong together, such as videos of one creator.
 *
 * @param of the cluster of each unit, counted from 0
 * @param count how many clusters there are
 */
public record Clusters(int[] of, int count) {

    /** Units with equal names belong together. */
    public static Clusters of(double[] names) {
        Map<Double, Integer> numbers = new HashMap<>();
        int[] of = new int[names.length];
        for (int i = 0; i < names.length; i++) {
            // Most often those of a cluster stand beside each other.
            of[i] = i > 0 && names[i] == names[i - 1] ? of[i - 1] : number(numbers, names[i]);
        }
        return new Clusters(of, numbers.size());
    }

    private static int number(Map<Double, Integer> numbers, double name) {
        Integer known = numbers.putIfAbsent(name, numbers.size());
        return known == null ? numbers.size() - 1 : known;
    }
}
