package io.virality.app;

import com.google.inject.Injector;
import io.virality.app.Commands.Installation;
import io.virality.application.port.Documents;
import io.virality.application.recommendation.EvaluateRankers;
import io.virality.domain.recommendation.RankingEvaluation;
import io.virality.persistence.PersistenceModule;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code virality evaluate recommendations}. */
@Command(
        name = "recommendations",
        description = "Says what ways to rank creators for brands are worth, on partnerships that took place.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  virality evaluate recommendations --pairs partnerships.csv",
            "  virality evaluate recommendations --pairs partnerships.csv --format json",
            "",
            "The creators and their videos are those of the database. What is asked, and hidden: docs/recommendations.md"
        })
final class EvaluateRecommendationsCommand implements Callable<Integer> {

    private final Installation installation;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--pairs",
            required = true,
            paramLabel = "FILE",
            description =
                    "a CSV file with the columns user_name and brand; strongest_evidence, first and tags are read, too")
    private Path pairs;

    @Option(names = "--seed", paramLabel = "N", description = "of all that is left to chance (default: 1)")
    private long seed = 1;

    @Mixin
    private DatabaseOption database;

    @Option(names = "--format", paramLabel = "FORMAT", description = "table (default) or json")
    private TableOrJson format = TableOrJson.TABLE;

    EvaluateRecommendationsCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (PersistenceModule storage = PersistenceModule.existing(
                database.orElse(installation.settings().database()))) {
            Injector injector = installation.wire(storage);
            RankingEvaluation evaluation;
            try (TrainingBar progress = new TrainingBar(spec.commandLine().getErr())) {
                evaluation = injector.getInstance(EvaluateRankers.class)
                        .evaluate(new EvaluateRankers.Question(pairs, seed), progress::progressed);
            }
            switch (format) {
                case JSON -> out.println(injector.getInstance(Documents.class).rankers(evaluation));
                case TABLE -> RankingEvaluationReport.print(evaluation, out);
            }
        }
        out.flush();
        return Main.DONE;
    }
}
