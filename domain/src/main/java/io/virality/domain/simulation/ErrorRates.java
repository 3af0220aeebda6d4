package io.virality.domain.simulation;

import java.util.List;

/**
 * How engines fare with the same simulated experiments.
 *
 * @param runs how many experiments were drawn
 * @param seed of the chance that drew them
 * @param alpha how often an engine may find a difference where there is none
 * @param tuning at how many units in both arms an always-valid interval is narrowest
 * @param smallestEffect what part of the control's value is the least change that matters
 * @param engines in the order in which they were asked for
 */
public record ErrorRates(
        Shape shape,
        int runs,
        long seed,
        double alpha,
        double tuning,
        double smallestEffect,
        List<OperatingCharacteristics> engines) {}
