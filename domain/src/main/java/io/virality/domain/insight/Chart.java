package io.virality.domain.insight;

/** How an answer is best drawn. */
public enum Chart {
    /** Sorted bars, one a row. */
    BARS,
    /** A dot with its interval, one a row. */
    DOTS_WITH_INTERVALS,
    /** Estimates with intervals around a line of no effect. */
    FOREST,
    /** A line over time, one point a row. */
    LINE,
    /** Not at all: the table says it best. */
    TABLE,
    /** A cell for each pair, coloured by its value. */
    HEATMAP
}
