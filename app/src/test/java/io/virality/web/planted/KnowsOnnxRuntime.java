package io.virality.web.planted;

import ai.onnxruntime.OrtSession;

/** Web that predicts by itself. */
public final class KnowsOnnxRuntime {
    OrtSession model;
}
