package io.virality.app;

import com.google.inject.Injector;
import io.virality.app.Commands.Installation;
import io.virality.application.Failure;
import io.virality.application.ingest.RetryQuarantine;
import io.virality.application.ingest.ReviewQuarantine;
import io.virality.application.port.Documents;
import io.virality.domain.creator.Page;
import io.virality.domain.ingest.QuarantineGroup;
import io.virality.domain.ingest.QuarantinedRow;
import io.virality.domain.ingest.RejectionGroup;
import io.virality.persistence.PersistenceModule;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code virality quarantine}. */
@Command(
        name = "quarantine",
        description = {
            "Lists rows that imports rejected: counted by reason, and with --rows the rows themselves.",
            "Exports them, or reads them again."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  virality quarantine",
            "  virality quarantine --import 3 --rows 50",
            "  virality quarantine --import 3 --export rejected.ndjson",
            "  virality quarantine --retry"
        })
final class QuarantineCommand implements Callable<Integer> {

    private static final int PAGE = 1_000;

    private final Installation installation;

    @Spec
    private CommandSpec spec;

    @Mixin
    private DatabaseOption database;

    @Option(names = "--import", paramLabel = "NUMBER", description = "of this import only")
    private Long run;

    @Option(names = "--rows", paramLabel = "NUMBER", description = "shows so many rows as they were read")
    private int rows;

    @Option(
            names = "--export",
            paramLabel = "FILE",
            description = "writes the rows into a new file, one JSON object a line")
    private Path export;

    @Option(
            names = "--retry",
            description = "reads the rows again by today's rules, and stores those that are understood now")
    private boolean retry;

    QuarantineCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() {
        if (retry && export != null) {
            throw Failure.invalid("--retry or --export, one after the other");
        }
        PrintWriter out = spec.commandLine().getOut();
        try (PersistenceModule storage = PersistenceModule.existing(
                database.orElse(installation.settings().database()))) {
            Injector injector = installation.wire(storage);
            if (retry) {
                print(injector.getInstance(RetryQuarantine.class).retry(Optional.ofNullable(run)), out);
            } else if (export != null) {
                long written =
                        export(injector.getInstance(ReviewQuarantine.class), injector.getInstance(Documents.class));
                out.printf(Locale.ROOT, "Exported %,d rejected rows to %s.%n", written, export);
            } else {
                list(injector.getInstance(ReviewQuarantine.class), out);
            }
        }
        out.flush();
        return Main.DONE;
    }

    private void list(ReviewQuarantine quarantine, PrintWriter out) {
        ReviewQuarantine.Review review =
                quarantine.review(Optional.ofNullable(run), Optional.empty(), Math.max(1, rows));
        review.groups().forEach(group -> print(group, out));
        review.rows().items().stream().limit(Math.max(0, rows)).forEach(row -> print(row, out));
    }

    /** The file appears under its name when it is complete. */
    private long export(ReviewQuarantine quarantine, Documents documents) {
        if (Files.exists(export)) {
            throw Failure.invalid(export + " exists already: remove it, or name another file");
        }
        Path unfinished = export.resolveSibling(export.getFileName() + ".part");
        try {
            long written;
            try (Writer lines = Files.newBufferedWriter(unfinished)) {
                written = export(quarantine, documents, lines);
            }
            Files.move(unfinished, export);
            return written;
        } catch (IOException e) {
            throw new Failure(Failure.Kind.INVALID_INPUT, export + " cannot be written: " + e, e);
        } finally {
            remove(unfinished);
        }
    }

    private static void remove(Path unfinished) {
        try {
            Files.deleteIfExists(unfinished);
        } catch (IOException e) {
            throw new Failure(Failure.Kind.INVALID_INPUT, unfinished + " cannot be removed: " + e, e);
        }
    }

    private long export(ReviewQuarantine quarantine, Documents documents, Writer lines) throws IOException {
        long written = 0;
        Optional<Long> after = Optional.empty();
        do {
            Page<QuarantinedRow> page =
                    quarantine.review(Optional.ofNullable(run), after, PAGE).rows();
            for (QuarantinedRow row : page.items()) {
                lines.write(documents.rejectedRow(row) + "\n");
                written++;
            }
            after = page.next().map(Long::valueOf);
        } while (after.isPresent());
        return written;
    }

    private static void print(RetryQuarantine.Outcome outcome, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%,d rows understood now: %,d stored, %,d updated, %,d unchanged%n",
                outcome.tally().total(),
                outcome.tally().stored(),
                outcome.tally().updated(),
                outcome.tally().unchanged());
        for (RejectionGroup group : outcome.rejections()) {
            out.printf(
                    Locale.ROOT,
                    "%,d rejected again: %s; first at %s: %s%n",
                    group.count(),
                    Text.plain(group.reason()),
                    Text.plain(group.firstPosition()),
                    Text.plain(group.example()));
        }
        if (outcome.unreadable() > 0) {
            out.printf(
                    Locale.ROOT,
                    "%,d cannot be read again, because their source could not read them; import it again%n",
                    outcome.unreadable());
        }
    }

    private static void print(QuarantineGroup group, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "import %d from %s: %,d × %s, %,d kept; first at %s: %s%n",
                group.run(),
                Text.plain(group.source()),
                group.rejections().count(),
                Text.plain(group.rejections().reason()),
                group.kept(),
                Text.plain(group.rejections().firstPosition()),
                Text.plain(group.rejections().example()));
    }

    private static void print(QuarantinedRow row, PrintWriter out) {
        out.printf(
                "  import %d at %s, %s: %s%n",
                row.run(),
                Text.plain(row.rejection().position()),
                Text.plain(row.rejection().reason()),
                Text.plain(row.rejection().raw()));
    }
}
