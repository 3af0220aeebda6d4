package io.virality.web.planted.below;

import io.virality.web.planted.Upper;

/** Names the package above, which names this one. */
public final class Lower {
    Upper upper;
}
