package io.virality.application.chicken;

import io.virality.application.egg.shell.Shell;

/** A feature that needs {@code egg}, but only a package below it. */
public final class HatchChicken {

    /** Hatches. */
    public String hatch() {
        return new Shell().toString();
    }
}
