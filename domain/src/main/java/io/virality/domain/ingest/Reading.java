package io.virality.domain.ingest;

/** What one row of a source turned out to be: an observation, or a rejection with its reason. */
public sealed interface Reading
        permits CreatorObservation, VideoObservation, GrowthObservation, FactObservation, Rejection {}
