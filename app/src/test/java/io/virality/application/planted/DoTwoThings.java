package io.virality.application.planted;

/** A use case that is two. */
public final class DoTwoThings {

    /** One. */
    public void doOne() {}

    /** Another. */
    public void doAnother() {}
}
