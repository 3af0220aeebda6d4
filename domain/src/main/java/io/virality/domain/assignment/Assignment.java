package io.virality.domain.assignment;

import java.util.OptionalDouble;

/**
 * What a unit got.
 *
 * @param variation its place; 0, the control, for a unit that is not in the experiment
 * @param takesPart whether it is in the experiment
 * @param hashed whether its hash, or a sticky bucket that came of one, decided
 * @param bucket its bucket, if it was looked at
 * @param attribute the attribute it was told apart by
 * @param unit that attribute's value
 * @param sticky whether it kept what it once got, or is out for that
 */
public record Assignment(
        ServedExperiment experiment,
        int variation,
        boolean takesPart,
        boolean hashed,
        OptionalDouble bucket,
        String attribute,
        Attribute unit,
        boolean sticky) {

    /** The variation. */
    public Arm arm() {
        return experiment.arms().get(variation);
    }

    /** The key of the variation, its place if it has none. */
    public String key() {
        return arm().key().orElse(Integer.toString(variation));
    }
}
