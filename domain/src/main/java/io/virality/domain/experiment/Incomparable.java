package io.virality.domain.experiment;

/** Why two arms have no effect to show. */
public enum Incomparable implements Comparison {

    /** An arm has no variance that could be told: too few units, or all alike. */
    WITHOUT_VARIANCE,

    /** The control's value is 0. */
    WITHOUT_BASELINE
}
