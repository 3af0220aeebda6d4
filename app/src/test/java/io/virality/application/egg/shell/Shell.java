package io.virality.application.egg.shell;

/** Below {@code egg}. */
public final class Shell {}
