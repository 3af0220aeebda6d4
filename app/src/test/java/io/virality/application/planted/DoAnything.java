package io.virality.application.planted;

/** A use case that others may bend. */
public class DoAnything {

    /** Does. */
    public void doIt() {}
}
