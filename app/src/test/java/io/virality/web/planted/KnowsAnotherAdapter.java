package io.virality.web.planted;

import io.virality.ml.MlModule;

/** Web that knows how models are wired. */
public final class KnowsAnotherAdapter {
    MlModule module;
}
