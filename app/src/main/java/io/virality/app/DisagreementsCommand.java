package io.virality.app;

import com.google.inject.Injector;
import io.virality.app.Commands.Installation;
import io.virality.application.Failure;
import io.virality.application.creator.FindDisagreements;
import io.virality.application.port.Documents;
import io.virality.domain.creator.Disagreement;
import io.virality.domain.creator.Disagreement.Said;
import io.virality.domain.creator.Handle;
import io.virality.persistence.PersistenceModule;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code virality disagreements}. */
@Command(
        name = "disagreements",
        description = {
            "Lists where two sources say different things about one creator: what is shown, and what lost.",
            "The newer observation is shown, else that of the fresher source, else that of the source used first."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  virality disagreements",
            "  virality disagreements --field region --limit 100 --format json",
            "  virality disagreements --sql | sqlite3 virality.db"
        })
final class DisagreementsCommand implements Callable<Integer> {

    private final Installation installation;

    @Spec
    private CommandSpec spec;

    @Mixin
    private DatabaseOption database;

    @Option(names = "--field", paramLabel = "FIELD", description = "only about this one, for example region")
    private String field;

    @Option(names = "--limit", paramLabel = "NUMBER", description = "how many at most (default: 20)")
    private int limit = 20;

    @Option(names = "--format", paramLabel = "FORMAT", description = "table or json (default: table)")
    private Format format = Format.TABLE;

    @Option(names = "--sql", description = "prints the statement alone, to run in the sqlite3 shell")
    private boolean sql;

    DisagreementsCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() {
        if (format == Format.CSV) {
            throw Failure.invalid("disagreements come as table or json, not as csv");
        }
        if (limit < 1) {
            throw Failure.invalid("--limit must be at least 1, not " + limit);
        }
        PrintWriter out = spec.commandLine().getOut();
        try (PersistenceModule storage = PersistenceModule.existing(
                database.orElse(installation.settings().database()))) {
            Injector injector = installation.wire(storage);
            FindDisagreements.Found found =
                    injector.getInstance(FindDisagreements.class).find(field(), 0, limit);
            if (sql) {
                out.println(found.statement().text() + ";");
            } else if (format == Format.JSON) {
                out.println(injector.getInstance(Documents.class).disagreements(found.page(), found.statement()));
            } else {
                found.page().items().forEach(disagreement -> print(disagreement, out));
                out.printf(
                        Locale.ROOT,
                        "%,d of %,d disagreements%n",
                        found.page().items().size(),
                        found.page().total());
            }
        }
        out.flush();
        return Main.DONE;
    }

    private Optional<Disagreement.Field> field() {
        try {
            return Optional.ofNullable(field).map(Disagreement.Field::of);
        } catch (IllegalArgumentException e) {
            throw new Failure(Failure.Kind.INVALID_INPUT, e.getMessage(), e);
        }
    }

    private static void print(Disagreement disagreement, PrintWriter out) {
        String name = disagreement
                .creator()
                .handle()
                .map(Handle::name)
                .or(disagreement.creator()::platformId)
                .orElseThrow();
        out.printf(
                "%s on %s, %s: %s rules over %s%n",
                Text.plain(name),
                disagreement.creator().platform().id(),
                disagreement.field().id(),
                said(disagreement.ruling()),
                said(disagreement.other()));
    }

    private static String said(Said said) {
        return "'" + Text.plain(said.value()) + "' ("
                + Text.plain(
                        said.provenance().source() + " " + said.provenance().version()) + ", "
                + said.provenance().observedAt() + ")";
    }
}
