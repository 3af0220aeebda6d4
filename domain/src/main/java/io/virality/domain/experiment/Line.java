package io.virality.domain.experiment;

/**
 * Something that was told, and where.
 *
 * @param number of the line, from 1
 */
public record Line<T>(long number, T told) {}
