package io.virality.app;

import io.virality.app.Commands.Installation;
import io.virality.application.experiment.ChangeExperiment;
import io.virality.application.port.Documents;
import io.virality.domain.experiment.Design;
import io.virality.domain.experiment.Experiment;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code virality experiment change}. */
@Command(
        name = "change",
        description = "Gives a stored experiment another design. After its start each change is kept and shown.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  virality experiment change boost.json --by ada"})
final class ExperimentChangeCommand extends StoredExperiment {

    @Parameters(
            index = "0",
            paramLabel = "FILE",
            description = "the whole design, as JSON; its key says which experiment")
    private Path file;

    @Option(names = "--by", paramLabel = "NAME", description = "who does it (default: you)")
    private String by = System.getProperty("user.name");

    ExperimentChangeCommand(Installation installation) {
        super(installation);
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        String document = Designs.read(file);
        onExisting(injector -> {
            Documents documents = injector.getInstance(Documents.class);
            Design design = documents.design(document);
            Experiment changed = injector.getInstance(ChangeExperiment.class).change(design.key(), design, by);
            if (asJson()) {
                out.println(documents.experiment(changed));
            } else {
                ExperimentReport.print(changed, out);
            }
        });
        return Main.DONE;
    }
}
