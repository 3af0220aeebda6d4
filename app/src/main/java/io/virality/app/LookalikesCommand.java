package io.virality.app;

import com.google.inject.Injector;
import io.virality.app.Commands.Installation;
import io.virality.application.Failure;
import io.virality.application.port.Documents;
import io.virality.application.search.FindLookalikes;
import io.virality.domain.creator.Handle;
import io.virality.domain.search.Lookalikes;
import io.virality.persistence.PersistenceModule;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code virality lookalikes}. */
@Command(
        name = "lookalikes",
        description = {
            "Finds creators that are like one of them in what they say and how they behave.",
            "Says in what they are alike and in what they differ; 'virality index' first reads what they say."
        },
        mixinStandardHelpOptions = true,
        footer = {"", "Examples:", "  virality lookalikes @ada", "  virality lookalikes ada --limit 3 --format json"})
final class LookalikesCommand implements Callable<Integer> {

    private static final int USUAL_LIMIT = 10;

    private final Installation installation;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "HANDLE", description = "of whom to find the like")
    private String handle;

    @Option(names = "--limit", paramLabel = "N", description = "how many, 1 to 100 (default: 10)")
    private int limit = USUAL_LIMIT;

    @Mixin
    private DatabaseOption database;

    @Option(names = "--format", paramLabel = "FORMAT", description = "table or json (default: table)")
    private TableOrJson format = TableOrJson.TABLE;

    LookalikesCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Handle of = of();
        try (PersistenceModule storage = PersistenceModule.existing(
                database.orElse(installation.settings().database()))) {
            Injector injector = installation.wire(storage);
            Lookalikes found = injector.getInstance(FindLookalikes.class).find(of, limit);
            if (format == TableOrJson.JSON) {
                out.println(injector.getInstance(Documents.class).lookalikes(found));
            } else {
                LookalikeReport.print(found, out);
            }
        }
        out.flush();
        return Main.DONE;
    }

    private Handle of() {
        try {
            return Handle.tiktok(handle);
        } catch (IllegalArgumentException e) {
            throw new Failure(Failure.Kind.INVALID_INPUT, e.getMessage(), e);
        }
    }
}
