package io.virality.domain.experiment;

/** In what terms one arm is compared with another. */
public enum Difference {

    /** The treatment's value less the control's. */
    ABSOLUTE,

    /** That difference as a part of the control's value. */
    RELATIVE
}
