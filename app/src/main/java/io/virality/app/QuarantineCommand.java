package io.virality.app;

import io.virality.app.Commands.Installation;
import io.virality.application.ingest.ReviewQuarantine;
import io.virality.domain.ingest.QuarantineGroup;
import io.virality.domain.ingest.QuarantinedRow;
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

/** {@code virality quarantine}. */
@Command(
        name = "quarantine",
        description = "Lists rows that imports rejected: counted by reason, and with --rows the rows themselves.",
        mixinStandardHelpOptions = true,
        footer = {"", "Examples:", "  virality quarantine", "  virality quarantine --import 3 --rows 50"})
final class QuarantineCommand implements Callable<Integer> {

    private final Installation installation;

    @Spec
    private CommandSpec spec;

    @Mixin
    private DatabaseOption database;

    @Option(names = "--import", paramLabel = "NUMBER", description = "of this import only")
    private Long run;

    @Option(names = "--rows", paramLabel = "NUMBER", description = "shows so many rows as they were read")
    private int rows;

    QuarantineCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (PersistenceModule storage = PersistenceModule.existing(
                database.orElse(installation.settings().database()))) {
            ReviewQuarantine.Review review = installation
                    .wire(storage)
                    .getInstance(ReviewQuarantine.class)
                    .review(Optional.ofNullable(run), Optional.empty(), Math.max(1, rows));
            review.groups().forEach(group -> print(group, out));
            review.rows().items().stream().limit(Math.max(0, rows)).forEach(row -> print(row, out));
        }
        out.flush();
        return Main.DONE;
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
