package io.virality.domain.planted;

/** A name that says nothing. */
public final class CreatorHelper {}
