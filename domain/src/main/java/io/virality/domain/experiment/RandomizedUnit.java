package io.virality.domain.experiment;

/** What is dealt to the variations of an experiment. */
public enum RandomizedUnit {
    /** A member of the audience, a buyer. */
    USER,
    /** A creator with the whole audience. */
    CREATOR,
    /** All of a region. */
    REGION,
    /** A stretch of time, in which everybody gets the same. */
    TIME_SLOT
}
