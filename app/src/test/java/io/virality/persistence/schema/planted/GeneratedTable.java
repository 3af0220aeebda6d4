package io.virality.persistence.schema.planted;

/** Allowed: public code that jOOQ generated. */
public final class GeneratedTable {}
