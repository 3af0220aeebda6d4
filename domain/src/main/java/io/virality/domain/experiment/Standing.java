package io.virality.domain.experiment;

import java.util.Optional;

/**
 * How an experiment stands, at a glance.
 *
 * @param units how many were exposed, without those seen in several variations
 * @param health whether figures can be trusted; empty as long as there are none
 * @param decision what is to be done; empty as long as there are no figures
 * @param told up to where it was told
 */
public record Standing(
        Experiment experiment, long units, Optional<Health> health, Optional<Decision> decision, Watermark told) {

    /** Without figures. */
    public static Standing without(Experiment experiment, long units, Watermark told) {
        return new Standing(experiment, units, Optional.empty(), Optional.empty(), told);
    }
}
