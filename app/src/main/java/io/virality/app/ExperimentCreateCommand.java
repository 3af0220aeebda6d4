package io.virality.app;

import io.virality.app.Commands.Installation;
import io.virality.application.experiment.DraftExperiment;
import io.virality.application.port.Documents;
import io.virality.domain.creator.Origin;
import io.virality.domain.experiment.Experiment;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code virality experiment create}. */
@Command(
        name = "create",
        description = "Stores an experiment's design as a draft.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  virality experiment create boost.json --by ada",
            "  virality experiment start boost"
        })
final class ExperimentCreateCommand extends StoredExperiment {

    @Parameters(index = "0", paramLabel = "FILE", description = "the design, as JSON; docs/experiments.md shows one")
    private Path file;

    @Option(names = "--by", paramLabel = "NAME", description = "who does it (default: you)")
    private String by = System.getProperty("user.name");

    @Option(names = "--simulated", description = "its units exist in a simulation only")
    private boolean simulated;

    ExperimentCreateCommand(Installation installation) {
        super(installation);
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        String design = Designs.read(file);
        onAny(injector -> {
            Documents documents = injector.getInstance(Documents.class);
            Experiment draft = injector.getInstance(DraftExperiment.class)
                    .draft(documents.design(design), simulated ? Origin.SIMULATED : Origin.REAL, by);
            if (asJson()) {
                out.println(documents.experiment(draft));
            } else {
                ExperimentReport.print(draft, out);
            }
        });
        return Main.DONE;
    }
}
