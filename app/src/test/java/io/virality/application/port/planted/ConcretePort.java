package io.virality.application.port.planted;

/** A port that is a class. */
public class ConcretePort {}
