package io.virality.web.planted;

import jakarta.inject.Inject;

/** Needs something that its constructor does not say. */
public final class InjectedField {

    @Inject
    String name;
}
