package io.virality.app;

import com.google.inject.Injector;
import io.virality.app.Commands.Installation;
import io.virality.application.port.Documents;
import io.virality.application.port.InsightQueries;
import io.virality.application.segment.SegmentCreators;
import io.virality.application.segment.SegmentCreators.Wish;
import io.virality.domain.engagement.RateDefinition;
import io.virality.domain.insight.CreatorBehaviour;
import io.virality.domain.segment.Method;
import io.virality.domain.segment.Segmentation;
import io.virality.persistence.PersistenceModule;
import java.io.PrintWriter;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code virality segments}. */
@Command(
        name = "segments",
        description = "Groups creators that behave alike, and says whether the groups hold.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  virality segments",
            "  virality segments --clusters 4 --seed 7 --format json",
            "  virality segments --method hdbscan"
        })
final class SegmentsCommand implements Callable<Integer> {

    private final Installation installation;

    @Spec
    private CommandSpec spec;

    @Option(names = "--method", paramLabel = "METHOD", description = "kmeans or hdbscan (default: kmeans)")
    private Method.Kind method = Method.Kind.KMEANS;

    @Option(
            names = "--clusters",
            paramLabel = "N",
            description = "how many segments, of kmeans (default: as the data say)")
    private Integer clusters;

    @Option(names = "--seed", paramLabel = "N", description = "of all that is left to chance (default: 1)")
    private long seed = 1;

    @Mixin
    private DatabaseOption database;

    @Option(names = "--format", paramLabel = "FORMAT", description = "table or json (default: table)")
    private TableOrJson format = TableOrJson.TABLE;

    @Option(names = "--sql", description = "prints the statement behind it alone, to run in the sqlite3 shell")
    private boolean sql;

    SegmentsCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Wish wish = new Wish(method, clusters == null ? OptionalInt.empty() : OptionalInt.of(clusters), seed);
        try (PersistenceModule storage = PersistenceModule.existing(
                database.orElse(installation.settings().database()))) {
            Injector injector = installation.wire(storage);
            if (sql) {
                out.println(statement(injector.getInstance(InsightQueries.class)) + ";");
                return Main.DONE;
            }
            Segmentation found = search(injector.getInstance(SegmentCreators.class), wish);
            if (format == TableOrJson.JSON) {
                out.println(injector.getInstance(Documents.class).segments(found));
            } else {
                SegmentReport.print(found, out);
            }
        }
        out.flush();
        return Main.DONE;
    }

    private static String statement(InsightQueries queries) {
        RateDefinition definition = RateDefinition.preferred(queries.available());
        return queries.gather(new CreatorBehaviour(definition)).statement().text();
    }

    private Segmentation search(SegmentCreators segmentCreators, Wish wish) {
        try (TrainingBar progress = new TrainingBar(spec.commandLine().getErr())) {
            return segmentCreators.segment(wish, progress::progressed);
        }
    }
}
