package io.virality.web.planted;

import org.tribuo.Model;

/** Web that predicts by itself. */
public final class KnowsTribuo {
    Model<?> model;
}
