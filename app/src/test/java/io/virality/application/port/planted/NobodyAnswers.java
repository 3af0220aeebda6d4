package io.virality.application.port.planted;

/** A port without an adapter. */
public interface NobodyAnswers {}
