package io.virality.domain.attribution;

import java.util.Arrays;

/** How much of an order each of its sources earned. */
final class Weights {

    private static final double ENDS = .4;

    private final double[] bySource;
    private final int[] counts;
    private final Rules rules;

    Weights(int sources, Rules rules) {
        this.bySource = new double[sources];
        this.counts = new int[sources];
        this.rules = rules;
    }

    /** Sources in the order of their names, and what each weighs. */
    record Shares(int[] sources, double[] weights) {}

    Shares of(Model model, Partition.Journey journey, double[] effects) {
        int distinct = 0;
        int[] met = new int[journey.size];
        for (int i = 0; i < journey.size; i++) {
            int source = journey.sources[i];
            if (counts[source]++ == 0) {
                met[distinct++] = source;
            }
        }
        int[] sources = Arrays.copyOf(met, distinct);
        Arrays.sort(sources);
        if (model == Model.MARKOV) {
            byEffect(sources, effects);
        } else {
            byTouch(model, journey);
        }
        double[] weights = new double[distinct];
        for (int i = 0; i < distinct; i++) {
            weights[i] = bySource[sources[i]];
            bySource[sources[i]] = 0;
            counts[sources[i]] = 0;
        }
        return new Shares(sources, weights);
    }

    private void byEffect(int[] sources, double[] effects) {
        double all = 0;
        for (int source : sources) {
            all += effects[source];
        }
        for (int source : sources) {
            bySource[source] = all > 0 ? effects[source] : 1;
        }
    }

    private void byTouch(Model model, Partition.Journey journey) {
        int size = journey.size;
        int first = 1;
        while (first < size && journey.at[first] == journey.at[0]) {
            first++;
        }
        int last = 1;
        while (last < size && journey.at[size - 1 - last] == journey.at[size - 1]) {
            last++;
        }
        for (int i = 0; i < size; i++) {
            boolean isFirst = i < first;
            boolean isLast = i >= size - last;
            bySource[journey.sources[i]] += switch (model) {
                case LAST_TOUCH -> isLast ? 1 : 0;
                case FIRST_TOUCH -> isFirst ? 1 : 0;
                case LINEAR -> 1;
                // The newest weighs one: far from the order, powers of it would vanish.
                case TIME_DECAY ->
                    Math.pow(
                            2,
                            -(journey.at[size - 1] - journey.at[i])
                                    / (double) rules.halfLife().toMillis());
                case POSITION_BASED -> position(isFirst, isLast, first, last, size);
                case MARKOV -> throw new IllegalArgumentException("its effects belong to sources, not to touches");
            };
        }
    }

    /** Touches of one moment share a position. Without anything between them, the ends share it all. */
    private static double position(boolean isFirst, boolean isLast, int first, int last, int size) {
        int between = size - first - last;
        if (isFirst) {
            return first == size ? 1 : ENDS / first;
        }
        return isLast ? ENDS / last : (1 - 2 * ENDS) / between;
    }
}
