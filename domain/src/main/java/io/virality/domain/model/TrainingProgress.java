package io.virality.domain.model;

/**
 * How far a training is.
 *
 * @param step what is being done, in words
 * @param done how many parts of this step are done
 * @param of how many parts it has
 */
public record TrainingProgress(String step, long done, long of) {}
