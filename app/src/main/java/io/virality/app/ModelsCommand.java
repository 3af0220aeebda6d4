package io.virality.app;

import com.google.inject.Injector;
import io.virality.app.Commands.Installation;
import io.virality.application.model.DescribeModels;
import io.virality.application.port.Documents;
import io.virality.domain.model.ModelCard;
import io.virality.persistence.PersistenceModule;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code virality models}. */
@Command(
        name = "models",
        description = "Lists the trained models, or shows the card of one: what it learnt from and how good it is.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  virality models",
            "  virality models segments-0a1b2c3d4e5f --format markdown > card.md"
        })
final class ModelsCommand implements Callable<Integer> {

    private final Installation installation;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", arity = "0..1", paramLabel = "ID", description = "which one to show")
    private String id;

    @Mixin
    private DatabaseOption database;

    @Option(names = "--format", paramLabel = "FORMAT", description = "table, json or markdown (default: table)")
    private Form format = Form.TABLE;

    /** How it is printed. */
    enum Form {
        /** For people. */
        TABLE,
        /** One JSON document. */
        JSON,
        /** A page. */
        MARKDOWN
    }

    ModelsCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (PersistenceModule storage = PersistenceModule.existing(
                database.orElse(installation.settings().database()))) {
            Injector injector = installation.wire(storage);
            List<ModelCard> cards = injector.getInstance(DescribeModels.class).describe(Optional.ofNullable(id));
            switch (format) {
                case JSON -> {
                    Documents documents = injector.getInstance(Documents.class);
                    out.println(id == null ? documents.models(cards) : documents.model(cards.get(0)));
                }
                case TABLE -> {
                    if (id == null) {
                        ModelReport.list(cards, out);
                    } else {
                        ModelReport.print(cards.get(0), out);
                    }
                }
                case MARKDOWN -> cards.forEach(card -> ModelReport.printMarkdown(card, out));
            }
        }
        out.flush();
        return Main.DONE;
    }
}
