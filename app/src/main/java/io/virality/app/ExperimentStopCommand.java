package io.virality.app;

import io.virality.app.Commands.Installation;
import io.virality.application.experiment.StopExperiment;
import io.virality.application.port.Documents;
import io.virality.domain.experiment.Experiment;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code virality experiment stop}. */
@Command(name = "stop", description = "Ends a running experiment.", mixinStandardHelpOptions = true)
final class ExperimentStopCommand extends StoredExperiment {

    @Parameters(index = "0", paramLabel = "KEY", description = "the experiment's key")
    private String key;

    @Option(names = "--by", paramLabel = "NAME", description = "who does it (default: you)")
    private String by = System.getProperty("user.name");

    @Option(names = "--reason", paramLabel = "WORDS", description = "why it ends")
    private String reason = "";

    ExperimentStopCommand(Installation installation) {
        super(installation);
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        onExisting(injector -> {
            Experiment experiment = injector.getInstance(StopExperiment.class).stop(key, reason, by);
            if (asJson()) {
                out.println(injector.getInstance(Documents.class).experiment(experiment));
            } else {
                ExperimentReport.print(experiment, out);
            }
        });
        return Main.DONE;
    }
}
