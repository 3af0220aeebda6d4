package io.virality.app;

import com.google.inject.Injector;
import io.virality.app.Commands.Installation;
import io.virality.application.port.Documents;
import io.virality.application.recommendation.RecommendCreators;
import io.virality.domain.recommendation.Recommendations;
import io.virality.persistence.PersistenceModule;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code virality recommend}. */
@Command(
        name = "recommend",
        description = "Recommends creators for a brief, with what speaks for and against each.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  virality index",
            "  virality recommend --brief brief.json",
            "  virality recommend --brief brief.json --limit 20 --format json",
            "",
            "A brief, as JSON: {\"text\": \"vegan skincare for students\", \"goal\": \"reach\", \"regions\": [\"GB\"]}",
            "All that it may hold: docs/recommendations.md"
        })
final class RecommendCommand implements Callable<Integer> {

    private final Installation installation;

    @Spec
    private CommandSpec spec;

    @Option(names = "--brief", required = true, paramLabel = "FILE", description = "what is looked for, as JSON")
    private Path brief;

    @Option(names = "--limit", paramLabel = "N", description = "at most so many creators (default: 10)")
    private int limit = 10;

    @Mixin
    private DatabaseOption database;

    @Option(names = "--format", paramLabel = "FORMAT", description = "table (default) or json")
    private TableOrJson format = TableOrJson.TABLE;

    RecommendCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        String written = Designs.read(brief);
        try (PersistenceModule storage = PersistenceModule.existing(
                database.orElse(installation.settings().database()))) {
            Injector injector = installation.wire(storage);
            Documents documents = injector.getInstance(Documents.class);
            Recommendations recommendations =
                    injector.getInstance(RecommendCreators.class).recommend(documents.brief(written), limit);
            switch (format) {
                case JSON -> out.println(documents.recommendations(recommendations));
                case TABLE -> RecommendationReport.print(recommendations, out);
            }
        }
        out.flush();
        return Main.DONE;
    }
}
