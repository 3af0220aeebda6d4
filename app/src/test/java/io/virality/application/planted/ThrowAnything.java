package io.virality.application.planted;

/** A use case whose failures nobody can tell apart. */
public final class ThrowAnything {

    /** Fails. */
    public void fail() {
        throw new RuntimeException("something");
    }
}
