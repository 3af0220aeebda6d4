package io.virality.ml;

import com.google.inject.AbstractModule;

/**
 * Binds the ports that trained models answer. There is no such port yet, so it binds nothing; it is installed already
 * so that the first model needs one line here and none elsewhere.
 */
public final class MlModule extends AbstractModule {}
