package io.virality.app;

import io.virality.app.Commands.Installation;
import io.virality.application.port.Sources;
import io.virality.domain.ingest.ConfiguredSource;
import io.virality.persistence.PersistenceModule;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code virality sources}. */
@Command(
        name = "sources",
        description = {
            "Lists the configured sources.",
            "A plugin is kept apart from our classes, but it runs with your rights: install only what you trust."
        },
        mixinStandardHelpOptions = true)
final class SourcesCommand implements Callable<Integer> {

    private final Installation installation;

    @Spec
    private CommandSpec spec;

    SourcesCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (PersistenceModule storage =
                PersistenceModule.existing(installation.settings().database())) {
            List<ConfiguredSource> sources =
                    installation.wire(storage).getInstance(Sources.class).configured();
            for (ConfiguredSource source : sources) {
                out.printf("%-20s %-20s %s%n", source.name(), source.type(), source.origin());
            }
            out.printf("%-20s %-20s %s%n", "csv", "csv", "reserved: takes a file");
            out.printf("%-20s %-20s %s%n", "ndjson", "ndjson", "reserved: takes a file");
        }
        out.flush();
        return Main.DONE;
    }
}
