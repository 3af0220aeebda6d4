package io.virality.web.planted;

import com.google.inject.Inject;

/** Web that cannot be built without an injector of one make. */
public final class KnowsGuice {

    @Inject
    KnowsGuice() {}
}
