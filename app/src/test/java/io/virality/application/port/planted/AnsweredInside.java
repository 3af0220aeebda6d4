package io.virality.application.port.planted;

/** A port whose one implementation is no adapter. */
public interface AnsweredInside {}
