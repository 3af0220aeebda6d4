package io.virality.ml.planted;

import io.virality.app.planted.SomeCommand;

/** A model that knows who asks. */
public final class KnowsTheApp {
    SomeCommand command;
}
