package io.virality.web.planted;

import com.google.inject.AbstractModule;
import com.google.inject.TypeLiteral;
import java.util.List;

/** Allowed: a module that names Guice, also in the nameless class of a type literal. */
public final class WiringModule extends AbstractModule {

    /** Its class has no name. */
    public static final Object LIST = new TypeLiteral<List<String>>() {};
}
