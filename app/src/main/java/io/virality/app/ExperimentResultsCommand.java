package io.virality.app;

import io.virality.app.Commands.Installation;
import io.virality.application.Failure;
import io.virality.application.experiment.JudgeExperiment;
import io.virality.application.port.Documents;
import io.virality.domain.experiment.Engine;
import io.virality.domain.experiment.Results;
import java.io.PrintWriter;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code virality experiment results}. */
@Command(
        name = "results",
        description = "Says what a stored experiment says so far: figures, health and a decision.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  virality experiment results boost",
            "  virality experiment results boost --segment tier --format json",
            "  virality experiment results boost --format html > boost.html",
            "  virality experiment results boost --sql orders | sqlite3 virality.db"
        })
final class ExperimentResultsCommand extends StoredExperiment {

    @Parameters(index = "0", paramLabel = "KEY", description = "the experiment's key")
    private String key;

    @Option(
            names = "--engine",
            paramLabel = "ENGINE",
            description = "frequentist, sequential or bayesian (default: the design's; always-valid while it runs)")
    private Engine engine;

    @Option(names = "--segment", paramLabel = "ATTRIBUTE", description = "an attribute to look at besides: exploratory")
    private String segment;

    @Option(names = "--sql", paramLabel = "METRIC", description = "prints that metric's statement alone, or 'units'")
    private String sql;

    ExperimentResultsCommand(Installation installation) {
        super(installation);
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        onExisting(injector -> {
            Results results = injector.getInstance(JudgeExperiment.class)
                    .judge(new JudgeExperiment.Request(key, Optional.ofNullable(engine), Optional.ofNullable(segment)));
            if (sql != null) {
                out.println(statement(results) + ";");
            } else if (asPage()) {
                out.print(injector.getInstance(Documents.class).resultsPage(results));
            } else if (asJson()) {
                out.println(injector.getInstance(Documents.class).results(results));
            } else {
                ExperimentReport.results(results, out);
            }
        });
        return Main.DONE;
    }

    @Override
    boolean hasPage() {
        return true;
    }

    private String statement(Results results) {
        return Optional.ofNullable(results.statements().get(sql))
                .orElseThrow(() -> Failure.invalid("nothing counts '" + sql + "'; there are: "
                        + String.join(", ", results.statements().keySet())))
                .text();
    }
}
