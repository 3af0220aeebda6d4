package io.virality.app;

import com.google.inject.Injector;
import io.virality.app.Commands.Installation;
import io.virality.application.Failure;
import io.virality.application.Suggestion;
import io.virality.application.port.Documents;
import io.virality.application.recommendation.InterleaveOrders;
import io.virality.application.recommendation.RecommendCreators;
import io.virality.domain.recommendation.Brief;
import io.virality.domain.recommendation.Order;
import io.virality.domain.recommendation.Recommendations;
import io.virality.persistence.PersistenceModule;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
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
            "  virality recommend --brief brief.json --order score",
            "  virality recommend --brief brief.json --interleave score,most-followers",
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

    @Option(
            names = "--order",
            paramLabel = "ORDER",
            description =
                    "score, most-followers, highest-engagement, bm25, semantic or hybrid; by default the brief's, else what"
                            + " 'virality evaluate recommendations' found best, else score")
    private String order;

    @Option(
            names = "--interleave",
            paramLabel = "ORDER,ORDER",
            description =
                    "two orders pick in turns; what the brief's brand says of the creators by 'virality feedback' tells"
                            + " which is better")
    private String interleave;

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
            Recommendations recommendations = recommend(injector, documents.brief(written));
            switch (format) {
                case JSON -> out.println(documents.recommendations(recommendations));
                case TABLE -> RecommendationReport.print(recommendations, out);
            }
        }
        out.flush();
        return Main.DONE;
    }

    private Recommendations recommend(Injector injector, Brief written) {
        if (interleave != null) {
            List<Order> orders = Arrays.stream(interleave.split(","))
                    .map(RecommendCommand::order)
                    .toList();
            return injector.getInstance(InterleaveOrders.class).recommend(written, orders, limit);
        }
        return injector.getInstance(RecommendCreators.class)
                .recommend(order == null ? written : written.orderedBy(order(order)), limit);
    }

    private static Order order(String name) {
        return Order.named(name.strip())
                .orElseThrow(() -> Failure.invalid(Suggestion.unknown(
                        "order",
                        name,
                        Arrays.stream(Order.values()).map(Order::id).toList())));
    }
}
