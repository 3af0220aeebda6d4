package io.virality.ml.planted;

import io.javalin.Javalin;

/** A model that serves itself. */
public final class KnowsJavalin {
    Javalin server;
}
