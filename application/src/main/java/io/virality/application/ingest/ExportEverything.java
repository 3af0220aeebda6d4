package io.virality.application.ingest;

import io.virality.application.port.Archive;
import io.virality.application.port.Holdings;
import io.virality.application.port.Transactions;
import jakarta.inject.Inject;
import java.nio.file.Path;

/** Writes all that was ever observed, and all experiments, into one file, from which an empty store becomes the same. */
public final class ExportEverything {

    private final Transactions transactions;
    private final Holdings holdings;
    private final Archive archive;

    @Inject
    ExportEverything(Transactions transactions, Holdings holdings, Archive archive) {
        this.transactions = transactions;
        this.holdings = holdings;
        this.archive = archive;
    }

    /**
     * Writes the file, compressed if its name ends in {@code .gz}.
     *
     * @return how many rows it holds
     * @throws io.virality.application.Failure {@code INVALID_INPUT} if there is such a file already or it cannot be
     *     written, {@code BUSY} if something else is writing for too long
     */
    public long exportTo(Path file) {
        long[] written = new long[1];
        // In one transaction, so that no import changes what is not written yet.
        transactions.run(() -> {
            try (Archive.Writing writing = archive.create(file, holdings.origin())) {
                holdings.forEach(observation -> {
                    writing.write(observation);
                    written[0]++;
                });
                writing.complete();
            }
        });
        return written[0];
    }
}
