package io.virality.domain.planted;

import jakarta.inject.Inject;

/** Domain that lets a container build it. */
public final class InjectedValue {

    /** Asks to be injected. */
    @Inject
    public InjectedValue() {}
}
