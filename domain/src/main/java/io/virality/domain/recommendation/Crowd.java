package io.virality.domain.recommendation;

import java.util.Arrays;
import java.util.List;

/** Creators, in columns. */
final class Crowd {

    private final List<Portrait> portraits;
    private final float[][] vectors;
    private final Bm25 words;
    private final double[] followers;
    private final double[] views;
    private final double[] engagement;
    private final double[] followersShareBelow;

    /** @param vectors what the words of each mean */
    Crowd(List<Portrait> portraits, float[][] vectors) {
        this.portraits = List.copyOf(portraits);
        this.vectors = vectors.clone();
        this.words = new Bm25(portraits.stream().map(Portrait::text).toList());
        this.followers = portraits.stream()
                .mapToDouble(portrait -> portrait.followers().orElse(0))
                .toArray();
        this.views = portraits.stream()
                .mapToDouble(portrait -> portrait.medianViews().orElse(0))
                .toArray();
        this.engagement = portraits.stream()
                .mapToDouble(portrait -> portrait.engagement().orElse(0))
                .toArray();
        double[] ascending = followers.clone();
        Arrays.sort(ascending);
        this.followersShareBelow =
                Arrays.stream(followers).map(count -> share(ascending, count)).toArray();
    }

    int size() {
        return portraits.size();
    }

    Portrait portrait(int creator) {
        return portraits.get(creator);
    }

    Bm25 words() {
        return words;
    }

    double[] followers() {
        return followers.clone();
    }

    double[] views() {
        return views.clone();
    }

    double[] engagement() {
        return engagement.clone();
    }

    /** The share of creators with fewer followers, half of those with as many among them. */
    double followersShareBelow(int creator) {
        return followersShareBelow[creator];
    }

    /** The cosine of what a creator says and another text. */
    double closeness(int creator, float[] vector) {
        return dot(vectors[creator], vector);
    }

    /** The mean of what some creators say, of length 1; all zeros of none. */
    float[] centre(int... creators) {
        float[] centre = new float[vectors.length == 0 ? 0 : vectors[0].length];
        for (int creator : creators) {
            for (int j = 0; j < centre.length; j++) {
                centre[j] += vectors[creator][j];
            }
        }
        double length = Math.sqrt(dot(centre, centre));
        for (int j = 0; length > 0 && j < centre.length; j++) {
            centre[j] /= (float) length;
        }
        return centre;
    }

    /** How much some creators' words differ: 1 minus the mean cosine of two of them; {@code NaN} of fewer than two. */
    double diversity(int... creators) {
        double sum = 0;
        int pairs = 0;
        for (int i = 0; i < creators.length; i++) {
            for (int j = 0; j < i; j++) {
                sum += dot(vectors[creators[i]], vectors[creators[j]]);
                pairs++;
            }
        }
        return pairs == 0 ? Double.NaN : 1 - sum / pairs;
    }

    private static double dot(float[] one, float[] other) {
        double dot = 0;
        for (int j = 0; j < one.length; j++) {
            dot += (double) one[j] * other[j];
        }
        return dot;
    }

    private static double share(double[] ascending, double value) {
        int from = 0;
        while (from < ascending.length && ascending[from] < value) {
            from++;
        }
        int until = from;
        while (until < ascending.length && ascending[until] == value) {
            until++;
        }
        return (from + until) / 2.0 / ascending.length;
    }
}
