package io.virality.domain.experiment;

/**
 * What a difference needs to know of an arm.
 *
 * @param units how many there are
 * @param variance of one unit, after any adjustment
 */
public record Arm(long units, double variance) {

    /** The variance of the arm's value. */
    double varianceOfValue() {
        return variance / units;
    }
}
