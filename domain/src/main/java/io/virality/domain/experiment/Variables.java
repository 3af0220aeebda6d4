package io.virality.domain.experiment;

/** How many variables the kinds of statistics have. */
final class Variables {

    private Variables() {}

    /** @throws IllegalArgumentException if the moments are of another number of variables */
    static void are(int expected, Moments moments) {
        if (moments.size() != expected) {
            throw new IllegalArgumentException("moments of " + moments.size() + " variables, not " + expected);
        }
    }
}
