package io.virality.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Stage;
import io.virality.application.port.Sources;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestModuleTest {

    @TempDir
    private Path folder;

    @Test
    void strict_guice_is_content_and_gives_one_sources() throws Exception {
        Files.writeString(folder.resolve("crm.properties"), "type=csv\nfile=crm.csv\n");
        Injector injector = Guice.createInjector(Stage.PRODUCTION, new Strict(), new IngestModule(folder, folder));
        Sources sources = injector.getInstance(Sources.class);
        assertEquals(
                List.of("crm"),
                sources.configured().stream().map(source -> source.name()).toList());
        assertSame(sources, injector.getInstance(Sources.class));
    }

    private static final class Strict extends AbstractModule {

        @Override
        protected void configure() {
            binder().requireExplicitBindings();
            binder().requireAtInjectOnConstructors();
            binder().requireExactBindingAnnotations();
            binder().disableCircularProxies();
            bind(Clock.class).toInstance(Clock.systemUTC());
        }
    }
}
