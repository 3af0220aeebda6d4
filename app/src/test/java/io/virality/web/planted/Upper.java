package io.virality.web.planted;

import io.virality.web.planted.below.Lower;

/** Names the package below, which names this one. */
public final class Upper {
    Lower lower;
}
