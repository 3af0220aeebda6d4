package io.virality.ml.planted;

import com.fasterxml.jackson.databind.ObjectMapper;

/** A model that decides how it is written down. */
public final class KnowsJson {
    ObjectMapper json;
}
