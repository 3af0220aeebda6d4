package io.virality.app;

import com.google.inject.Injector;
import io.virality.app.Commands.Installation;
import io.virality.application.insight.TestClaims;
import io.virality.application.port.Documents;
import io.virality.domain.finding.Finding;
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

/** {@code virality findings}. */
@Command(
        name = "findings",
        description = "Tests well-known claims about influencer marketing on the data.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  virality findings",
            "  virality findings micro-engages-more --format json",
            "  virality findings micro-engages-more --sql | sqlite3 virality.db"
        })
final class FindingsCommand implements Callable<Integer> {

    private final Installation installation;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", arity = "0..1", paramLabel = "CLAIM", description = "which one to show alone")
    private String id;

    @Mixin
    private DatabaseOption database;

    @Option(names = "--format", paramLabel = "FORMAT", description = "table, json or csv (default: table)")
    private Format format = Format.TABLE;

    @Option(names = "--sql", description = "prints the statements alone, to run in the sqlite3 shell")
    private boolean sql;

    FindingsCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (PersistenceModule storage = PersistenceModule.existing(
                database.orElse(installation.settings().database()))) {
            Injector injector = installation.wire(storage);
            List<Finding> findings = injector.getInstance(TestClaims.class).test(Optional.ofNullable(id));
            if (sql) {
                FindingReport.statements(findings, out);
            } else {
                switch (format) {
                    case JSON ->
                        out.println(injector.getInstance(Documents.class).findings(findings));
                    case TABLE -> FindingReport.print(findings, out);
                    case CSV -> FindingReport.printCsv(findings, out);
                }
            }
        }
        out.flush();
        return Main.DONE;
    }
}
