package io.virality.domain.portfolio;

/** What comes of a search: the best set, or what cannot be had together. */
public sealed interface Choice permits Portfolio, Clash {}
