package io.virality.app;

import io.virality.app.Commands.Installation;
import io.virality.application.experiment.StartExperiment;
import io.virality.application.port.Documents;
import io.virality.domain.experiment.Experiment;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code virality experiment start}. */
@Command(
        name = "start",
        description = "Lets a draft begin: its variations are dealt out, its metrics are settled.",
        mixinStandardHelpOptions = true)
final class ExperimentStartCommand extends StoredExperiment {

    @Parameters(index = "0", paramLabel = "KEY", description = "the experiment's key")
    private String key;

    @Option(names = "--by", paramLabel = "NAME", description = "who does it (default: you)")
    private String by = System.getProperty("user.name");

    ExperimentStartCommand(Installation installation) {
        super(installation);
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        onExisting(injector -> {
            Experiment experiment = injector.getInstance(StartExperiment.class).start(key, by);
            if (asJson()) {
                out.println(injector.getInstance(Documents.class).experiment(experiment));
            } else {
                ExperimentReport.print(experiment, out);
            }
        });
        return Main.DONE;
    }
}
