package io.virality.application.planted;

import io.virality.application.port.planted.AnsweredInside;

/** Implements a port where it is needed. */
public final class AnswerInside implements AnsweredInside {}
