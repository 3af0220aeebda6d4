package io.virality.app;

import com.google.inject.Injector;
import io.virality.app.Commands.Installation;
import io.virality.application.Failure;
import io.virality.application.experiment.RecordExposures;
import io.virality.application.experiment.RecordOutcomes;
import io.virality.application.experiment.RecordSummaries;
import io.virality.application.port.Documents;
import io.virality.domain.experiment.Receipt;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code virality experiment record}. */
@Command(
        name = "record",
        description = "Takes in what is told of a stored experiment: all lines of a file, or none.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  virality experiment record exposures boost exposures.ndjson",
            "  zcat outcomes.ndjson.gz | virality experiment record outcomes boost -"
        })
final class ExperimentRecordCommand extends StoredExperiment {

    private static final Path STANDARD_INPUT = Path.of("-");

    /** What is told. */
    enum Told {
        /** Which units met which variations. */
        EXPOSURES,
        /** What happened with units. */
        OUTCOMES,
        /** Units that somebody else has counted. */
        SUMMARIES
    }

    @Parameters(index = "0", paramLabel = "WHAT", description = "exposures, outcomes or summaries")
    private Told told;

    @Parameters(index = "1", paramLabel = "KEY", description = "the experiment's key")
    private String key;

    @Parameters(index = "2", paramLabel = "FILE", description = "one JSON object a line; - for the standard input")
    private Path file;

    ExperimentRecordCommand(Installation installation) {
        super(installation);
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        onExisting(injector -> {
            Documents documents = injector.getInstance(Documents.class);
            Receipt receipt = record(injector, documents);
            if (asJson()) {
                out.println(documents.receipt(receipt));
            } else {
                out.printf(
                        Locale.ROOT,
                        "Kept %,d %s of '%s' (delivery %d).%n",
                        receipt.rows(),
                        told.name().toLowerCase(Locale.ROOT),
                        key,
                        receipt.delivery());
                receipt.notes().forEach(note -> out.println("  ! " + Text.plain(note)));
            }
        });
        return Main.DONE;
    }

    private Receipt record(Injector injector, Documents documents) {
        try (InputStream lines = file.equals(STANDARD_INPUT) ? System.in : Files.newInputStream(file)) {
            return switch (told) {
                case EXPOSURES -> injector.getInstance(RecordExposures.class).record(key, documents.exposures(lines));
                case OUTCOMES -> injector.getInstance(RecordOutcomes.class).record(key, documents.outcomes(lines));
                case SUMMARIES -> injector.getInstance(RecordSummaries.class).record(key, documents.summaries(lines));
            };
        } catch (NoSuchFileException e) {
            throw new Failure(Failure.Kind.INVALID_INPUT, "there is no file " + file, e);
        } catch (IOException e) {
            throw new Failure(Failure.Kind.INVALID_INPUT, "cannot read " + file + ": " + e.getMessage(), e);
        }
    }
}
