package io.virality.elsewhere;

/** Lies in a package that no rule names. */
public final class Homeless {}
