package io.virality.domain.recommendation;

import java.util.Arrays;

/**
 * Who works for a brand? Creators go by their places in a {@link Crowd}.
 *
 * @param brand its name, all that is told of it
 * @param vector what the name means
 * @param known partners that are told, too
 * @param partners those who are to be found
 * @param strong those of them of whom there is more than a hashtag to say so
 */
record BrandQuestion(String brand, float[] vector, int[] known, boolean[] partners, boolean[] strong) {

    boolean isKnown(int creator) {
        return Arrays.stream(known).anyMatch(one -> one == creator);
    }
}
