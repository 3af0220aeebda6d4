package io.virality.application.egg;

import io.virality.application.chicken.farm.Farm;

/** A feature that needs {@code chicken}, but only a package below it: no two packages name each other. */
public final class LayEgg {

    /** Lays. */
    public String lay() {
        return new Farm().toString();
    }
}
