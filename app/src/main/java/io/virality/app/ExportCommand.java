package io.virality.app;

import io.virality.app.Commands.Installation;
import io.virality.application.ingest.ExportEverything;
import io.virality.persistence.PersistenceModule;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code virality export}. */
@Command(
        name = "export",
        description =
                "Writes all observations and experiments into one file, which 'virality import ndjson FILE' reads back.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  virality export everything.ndjson.gz --database profiles.db",
            "  virality import ndjson everything.ndjson.gz --database copy.db"
        })
final class ExportCommand implements Callable<Integer> {

    private final Installation installation;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FILE", description = "a new file; compressed if it ends in .gz")
    private Path file;

    @Mixin
    private DatabaseOption database;

    ExportCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() {
        try (PersistenceModule storage = PersistenceModule.existing(
                database.orElse(installation.settings().database()))) {
            long rows = installation
                    .wire(storage)
                    .getInstance(ExportEverything.class)
                    .exportTo(file);
            PrintWriter out = spec.commandLine().getOut();
            out.printf(Locale.ROOT, "Exported %,d rows to %s.%n", rows, file);
            out.flush();
        }
        return Main.DONE;
    }
}
