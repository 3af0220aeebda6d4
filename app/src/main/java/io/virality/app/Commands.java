package io.virality.app;

import com.google.inject.Injector;
import io.virality.persistence.PersistenceModule;
import java.nio.file.Path;
import picocli.CommandLine;

/** Makes commands; those that work on an installation are given it. */
final class Commands implements CommandLine.IFactory {

    private final Installation installation;

    Commands(Path home) {
        this.installation = new Installation(home);
    }

    /** An installation: its settings, and its use cases over a database. */
    static final class Installation {

        private final Path home;
        private Settings settings;

        Installation(Path home) {
            this.home = home;
        }

        Path home() {
            return home;
        }

        Settings settings() {
            if (settings == null) {
                settings = Settings.read(home, System.getenv());
            }
            return settings;
        }

        Injector wire(PersistenceModule storage) {
            return Wiring.wire(settings(), storage);
        }
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        for (var constructor : type.getDeclaredConstructors()) {
            if (constructor.getParameterCount() == 1 && constructor.getParameterTypes()[0] == Installation.class) {
                return type.cast(constructor.newInstance(installation));
            }
        }
        return CommandLine.defaultFactory().create(type);
    }
}
