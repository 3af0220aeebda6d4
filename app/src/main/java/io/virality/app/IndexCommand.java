package io.virality.app;

import com.google.inject.Injector;
import io.virality.app.Commands.Installation;
import io.virality.application.search.IndexCreators;
import io.virality.domain.search.Ranking.Coverage;
import io.virality.persistence.PersistenceModule;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code virality index}. */
@Command(
        name = "index",
        description = {
            "Reads what creators say, so that they are found by meaning.",
            "Only what has changed is read again; broken off, it goes on where it was."
        },
        mixinStandardHelpOptions = true,
        footer = {"", "Examples:", "  virality index", "  virality index --database profiles.db"})
final class IndexCommand implements Callable<Integer> {

    private final Installation installation;

    @Spec
    private CommandSpec spec;

    @Mixin
    private DatabaseOption database;

    IndexCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (PersistenceModule storage = PersistenceModule.existing(
                database.orElse(installation.settings().database()))) {
            Injector injector = installation.wire(storage);
            Coverage coverage = index(injector.getInstance(IndexCreators.class));
            out.printf(
                    Locale.ROOT,
                    "Of %,d creators the words of %,d are indexed, and the meaning of %,d is known.%n",
                    coverage.creators(),
                    coverage.words(),
                    coverage.meanings());
            if (coverage.meanings() < coverage.creators()) {
                out.println("The others say too little, or not in English: they are found by their words alone.");
            }
        }
        out.flush();
        return Main.DONE;
    }

    private Coverage index(IndexCreators indexCreators) {
        try (TrainingBar progress = new TrainingBar(spec.commandLine().getErr(), "Reading")) {
            return indexCreators.index(progress::progressed);
        }
    }
}
