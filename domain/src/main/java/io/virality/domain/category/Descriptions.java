package io.virality.domain.category;

import java.util.List;

/** How close words come to the description of each category: needs no example. */
public final class Descriptions {

    private final float[][] vectors;

    /** @param vectors of {@link #texts()}, of length 1 */
    public Descriptions(float[][] vectors) {
        this.vectors = vectors.clone();
    }

    /** The descriptions of the categories, in their order. */
    public static List<String> texts() {
        return Category.ALL.stream().map(Category::description).toList();
    }

    /**
     * By how many standard deviations the words come closer to each category than to the mean category: some words are close
     * to all, and only the difference tells.
     */
    double[] closeness(float[] words) {
        double[] closeness = new double[vectors.length];
        double sum = 0;
        for (int c = 0; c < closeness.length; c++) {
            for (int j = 0; j < words.length; j++) {
                closeness[c] += (double) words[j] * vectors[c][j];
            }
            sum += closeness[c];
        }
        double mean = sum / closeness.length;
        double squares = 0;
        for (double one : closeness) {
            squares += (one - mean) * (one - mean);
        }
        double deviation = Math.sqrt(squares / closeness.length);
        for (int c = 0; c < closeness.length; c++) {
            closeness[c] = deviation > 0 ? (closeness[c] - mean) / deviation : 0;
        }
        return closeness;
    }
}
