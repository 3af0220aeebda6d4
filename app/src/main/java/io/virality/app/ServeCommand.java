package io.virality.app;

import io.virality.app.Commands.Installation;
import io.virality.persistence.PersistenceModule;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code virality serve}. */
@Command(
        name = "serve",
        description = "Serves the dashboard and the HTTP API until it is stopped with Ctrl-C.",
        mixinStandardHelpOptions = true,
        footer = {"", "Examples:", "  virality serve --database profiles.db --port 7070"})
final class ServeCommand implements Callable<Integer> {

    private final Installation installation;

    @Spec
    private CommandSpec spec;

    @Mixin
    private DatabaseOption database;

    @Option(names = "--port", paramLabel = "PORT", description = "0 for any free one (default: the setting, 7070)")
    private Integer port;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            description = "an address of this machine alone (default: 127.0.0.1)")
    private String host;

    ServeCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() {
        Settings settings = installation.settings();
        try (PersistenceModule storage = PersistenceModule.creating(database.orElse(settings.database()));
                Serving serving = Serving.start(
                        installation.wire(storage),
                        host == null ? settings.host() : host,
                        port == null ? settings.port() : port)) {
            PrintWriter out = spec.commandLine().getOut();
            out.println("Virality: http://" + (host == null ? settings.host() : host) + ":" + serving.port() + "/");
            out.flush();
            serving.untilStopped(storage::close);
        }
        return Main.DONE;
    }
}
