package io.virality.app;

import com.google.inject.Injector;
import io.virality.app.Commands.Installation;
import io.virality.application.category.ClassifyCreators;
import io.virality.application.category.ClassifyCreators.Wish;
import io.virality.application.port.Documents;
import io.virality.domain.category.Classification;
import io.virality.persistence.PersistenceModule;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code virality classify}. */
@Command(
        name = "classify",
        description = "Predicts what creators post about where no source tells it, and says how much that is worth.",
        mixinStandardHelpOptions = true,
        footer = {"", "Examples:", "  virality classify --evaluate", "  virality classify --seed 7 --format json"})
final class ClassifyCommand implements Callable<Integer> {

    private final Installation installation;

    @Spec
    private CommandSpec spec;

    @Option(names = "--evaluate", description = "only says how good a model is; keeps nothing")
    private boolean evaluate;

    @Option(names = "--seed", paramLabel = "N", description = "of all that is left to chance (default: 1)")
    private long seed = 1;

    @Mixin
    private DatabaseOption database;

    @Option(names = "--format", paramLabel = "FORMAT", description = "table or json (default: table)")
    private TableOrJson format = TableOrJson.TABLE;

    ClassifyCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (PersistenceModule storage = PersistenceModule.existing(
                database.orElse(installation.settings().database()))) {
            Injector injector = installation.wire(storage);
            Classification classification = classify(injector.getInstance(ClassifyCreators.class));
            if (format == TableOrJson.JSON) {
                out.println(injector.getInstance(Documents.class).classification(classification));
            } else {
                ClassificationReport.print(classification, evaluate, out);
            }
        }
        out.flush();
        return Main.DONE;
    }

    private Classification classify(ClassifyCreators classifyCreators) {
        try (TrainingBar progress = new TrainingBar(spec.commandLine().getErr())) {
            return classifyCreators.classify(new Wish(seed, evaluate), progress::progressed);
        }
    }
}
