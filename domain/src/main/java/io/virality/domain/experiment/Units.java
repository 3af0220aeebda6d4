package io.virality.domain.experiment;

/**
 * Some units, column by column. The arrays may be longer than there are units. Labels are numbers from 0 on; −1 says that
 * there is none.
 *
 * @param size how many units
 * @param variations of each unit
 * @param segments of each unit, by dimension
 * @param clusters of each unit; {@code null} where units were dealt one by one
 * @param days of each unit; {@code null} where days are not looked at
 * @param values of each metric, of each of its {@linkplain Tally.Count#variables() variables}, of each unit; {@code NaN}
 *     where it is not known
 */
public record Units(int size, int[] variations, int[][] segments, int[] clusters, int[] days, double[][][] values) {}
