package io.virality.ingest;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import io.virality.application.port.Archive;
import io.virality.application.port.Sources;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;

/** Binds {@link Sources} to the configured sources, the built-in ones and the plugins. Needs a {@link Clock}. */
public final class IngestModule extends AbstractModule {

    private final Path sources;
    private final Path plugins;

    /**
     * Reads both directories when they are first needed; either may be missing.
     *
     * @param sources holds one properties file for each configured source
     * @param plugins holds a jar, or a folder of jars, for each plugin
     */
    public IngestModule(Path sources, Path plugins) {
        this.sources = sources;
        this.plugins = plugins;
    }

    @Provides
    @Singleton
    Archive archive() {
        return new NdjsonArchive();
    }

    @Provides
    @Singleton
    Sources sources(Clock clock) {
        return new PluginSources(sources, new Plugins(plugins), clock);
    }
}
