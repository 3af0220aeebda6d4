package io.virality.app;

import com.google.inject.Injector;
import io.virality.app.Commands.Installation;
import io.virality.application.insight.AnswerInsight;
import io.virality.application.port.Documents;
import io.virality.domain.insight.Catalogue;
import io.virality.domain.insight.Insight;
import io.virality.persistence.PersistenceModule;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code virality insights}. */
@Command(
        name = "insights",
        description = "Lists the questions that can be asked of the data, or answers one.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  virality insights",
            "  virality insights viral-creators --set minFollowers=50000 --set limit=5",
            "  virality insights video-engagement-by-tier --set observation=latest --set tiers=small:0,large:100000",
            "  virality insights engagement-by-tier --format csv > tiers.csv",
            "  virality insights engagement-by-tier --sql | sqlite3 virality.db"
        })
final class InsightsCommand implements Callable<Integer> {

    private final Installation installation;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", arity = "0..1", paramLabel = "INSIGHT", description = "which one to answer")
    private String id;

    @Mixin
    private DatabaseOption database;

    @Option(
            names = {"-s", "--set"},
            paramLabel = "NAME=VALUE",
            description = "a parameter of the question")
    private Map<String, String> parameters = new LinkedHashMap<>();

    @Option(names = "--format", paramLabel = "FORMAT", description = "table, json or csv (default: table)")
    private Format format = Format.TABLE;

    @Option(names = "--sql", description = "prints the statement alone, to run in the sqlite3 shell")
    private boolean sql;

    InsightsCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (PersistenceModule storage = PersistenceModule.existing(
                database.orElse(installation.settings().database()))) {
            Injector injector = installation.wire(storage);
            Documents documents = injector.getInstance(Documents.class);
            if (id == null) {
                list(injector.getInstance(Catalogue.class), documents, out);
            } else {
                print(injector.getInstance(AnswerInsight.class).answer(id, parameters), documents, out);
            }
        }
        out.flush();
        return Main.DONE;
    }

    private void list(Catalogue catalogue, Documents documents, PrintWriter out) {
        switch (format) {
            case JSON -> out.println(documents.catalogue(catalogue.themes()));
            case TABLE -> InsightReport.list(catalogue.themes(), out);
            case CSV -> InsightReport.listCsv(catalogue.themes(), out);
        }
    }

    private void print(Insight insight, Documents documents, PrintWriter out) {
        if (sql) {
            out.println(insight.statement().text() + ";");
            return;
        }
        switch (format) {
            case JSON -> out.println(documents.insight(insight));
            case TABLE -> InsightReport.print(insight, out);
            case CSV -> InsightReport.printCsv(insight, out);
        }
    }
}
