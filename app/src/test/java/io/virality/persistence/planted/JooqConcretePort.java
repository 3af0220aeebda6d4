package io.virality.persistence.planted;

import io.virality.application.port.planted.ConcretePort;

/** The one adapter of a port that is a class. */
public final class JooqConcretePort extends ConcretePort {}
