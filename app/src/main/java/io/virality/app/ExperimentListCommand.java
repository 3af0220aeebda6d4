package io.virality.app;

import io.virality.app.Commands.Installation;
import io.virality.application.experiment.SurveyExperiments;
import io.virality.application.port.Documents;
import io.virality.domain.experiment.Standing;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code virality experiment list}. */
@Command(name = "list", description = "Lists the stored experiments.", mixinStandardHelpOptions = true)
final class ExperimentListCommand extends StoredExperiment {

    ExperimentListCommand(Installation installation) {
        super(installation);
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        onExisting(injector -> {
            List<Standing> experiments =
                    injector.getInstance(SurveyExperiments.class).survey();
            if (asJson()) {
                out.println(injector.getInstance(Documents.class).experiments(experiments));
            } else {
                ExperimentReport.list(experiments, out);
            }
        });
        return Main.DONE;
    }
}
