package io.virality.app.planted;

/** Something of the composition root. */
public final class SomeCommand {}
