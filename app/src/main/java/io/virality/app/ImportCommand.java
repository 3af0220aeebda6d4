package io.virality.app;

import com.google.inject.Injector;
import io.virality.app.Commands.Installation;
import io.virality.application.Failure;
import io.virality.application.ingest.ExplainSource;
import io.virality.application.ingest.ImportSource;
import io.virality.application.port.Documents;
import io.virality.domain.ingest.ImportSummary;
import io.virality.domain.ingest.Preview;
import io.virality.domain.ingest.SourceRequest;
import io.virality.persistence.PersistenceModule;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code virality import}. */
@Command(
        name = "import",
        description = "Imports from a file or a configured source. Importing the same again changes nothing.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  virality import csv profiles.csv --database profiles.db",
            "  virality import csv mine.csv --map name=handle --map fans=followers --observed-at 2026-03-01",
            "  virality import csv mine.csv --explain",
            "  virality import demo"
        })
final class ImportCommand implements Callable<Integer> {

    private final Installation installation;

    @Spec
    private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "NAME",
            description = "csv or ndjson for a file, else a source configured in etc/sources/NAME.properties")
    private String name;

    @Parameters(index = "1", arity = "0..1", paramLabel = "FILE", description = "the file, for csv and ndjson")
    private Path file;

    @Mixin
    private DatabaseOption database;

    @Option(
            names = "--map",
            paramLabel = "COLUMN=FIELD",
            description = "reads a column of the file as a field, for layouts that are not recognised")
    private Map<String, String> mapping = new LinkedHashMap<>();

    @Option(
            names = "--preset",
            paramLabel = "PRESET",
            description =
                    "the file's layout, instead of recognising it: a known one, or etc/mappings/PRESET.properties")
    private String preset;

    @Option(
            names = "--observed-at",
            paramLabel = "TIME",
            description = "when the figures held: a date or an instant in UTC (default: the file's own time)")
    private String observedAt;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "a property of the source, instead of the configured one")
    private Map<String, String> properties = new LinkedHashMap<>();

    @Option(
            names = "--explain",
            description = "shows how the first rows would be read, and stores nothing, not even a database")
    private boolean explain;

    @Option(names = "--format", paramLabel = "FORMAT", description = "table or json (default: table)")
    private Format format = Format.TABLE;

    ImportCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() {
        if (format == Format.CSV) {
            throw Failure.invalid("an import's summary comes as table or json, not as csv");
        }
        if (explain) {
            return explain();
        }
        Path store = database.orElse(installation.settings().database());
        try (PersistenceModule storage = PersistenceModule.creating(store)) {
            Injector injector = installation.wire(storage);
            ImportSummary summary = run(
                    injector.getInstance(ImportSource.class),
                    request(),
                    spec.commandLine().getErr());
            print(summary, injector.getInstance(Documents.class));
            return summary.nothingUsable() ? Main.BAD_INPUT : Main.DONE;
        }
    }

    private int explain() {
        try (PersistenceModule storage =
                PersistenceModule.existing(installation.settings().database())) {
            Injector injector = installation.wire(storage);
            Preview preview = injector.getInstance(ExplainSource.class).explain(request());
            PrintWriter out = spec.commandLine().getOut();
            if (format == Format.JSON) {
                out.println(injector.getInstance(Documents.class).preview(preview));
            } else {
                PreviewReport.print(preview, out);
            }
            out.flush();
            return Main.DONE;
        }
    }

    /** Imports with progress on the error stream. */
    static ImportSummary run(ImportSource imports, SourceRequest request, PrintWriter error) {
        try (ImportProgress progress = new ImportProgress(request.name(), error)) {
            return imports.importFrom(request, progress);
        }
    }

    private SourceRequest request() {
        Map<String, String> all = new LinkedHashMap<>(properties);
        mapping.forEach((column, field) -> all.put("map." + column, field));
        if (preset != null) {
            all.put("preset", preset);
        }
        if (observedAt != null) {
            all.put("observedAt", observedAt);
        }
        return new SourceRequest(name, Optional.ofNullable(file), all);
    }

    private void print(ImportSummary summary, Documents documents) {
        PrintWriter out = spec.commandLine().getOut();
        if (format == Format.JSON) {
            out.println(documents.importSummary(summary));
        } else {
            ImportReport.print(summary, out);
        }
        out.flush();
    }
}
