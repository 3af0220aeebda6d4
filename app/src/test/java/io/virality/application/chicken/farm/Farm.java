package io.virality.application.chicken.farm;

/** Below {@code chicken}. */
public final class Farm {}
