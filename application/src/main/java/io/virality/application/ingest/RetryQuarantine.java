package io.virality.application.ingest;

import io.virality.application.port.Archive;
import io.virality.application.port.Creators;
import io.virality.application.port.Quarantine;
import io.virality.application.port.Transactions;
import io.virality.domain.creator.Page;
import io.virality.domain.ingest.ExperimentObservation;
import io.virality.domain.ingest.QuarantinedRow;
import io.virality.domain.ingest.Reading;
import io.virality.domain.ingest.Rejection;
import io.virality.domain.ingest.RejectionGroup;
import io.virality.domain.ingest.Tally;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Reads rejected rows again, by today's rules. Those that are understood now are stored and leave the quarantine, in one
 * transaction a batch.
 */
public final class RetryQuarantine {

    /** Rows may be long here. */
    private static final int BATCH = 1_000;

    private final Quarantine quarantine;
    private final Archive archive;
    private final ImportSource imports;
    private final Creators creators;
    private final Transactions transactions;

    /**
     * What became of them.
     *
     * @param tally of those that are understood now
     * @param rejections those that are rejected again, by reason, the most frequent first
     * @param unreadable those of which nothing was kept that could be read again
     */
    public record Outcome(Tally tally, List<RejectionGroup> rejections, long unreadable) {

        /** A copy of the rejections is kept. */
        public Outcome {
            rejections = List.copyOf(rejections);
        }
    }

    @Inject
    RetryQuarantine(
            Quarantine quarantine,
            Archive archive,
            ImportSource imports,
            Creators creators,
            Transactions transactions) {
        this.quarantine = quarantine;
        this.archive = archive;
        this.imports = imports;
        this.creators = creators;
        this.transactions = transactions;
    }

    /**
     * Reads the rows of one import or of all again.
     *
     * @throws io.virality.application.Failure {@code BUSY} if something else is writing for too long; batches stored
     *     before stay
     */
    public Outcome retry(Optional<Long> run) {
        Tally tally = Tally.NONE;
        Map<String, RejectionGroup> rejections = new LinkedHashMap<>();
        long unreadable = 0;
        Optional<Long> after = Optional.empty();
        do {
            Page<QuarantinedRow> page = quarantine.rows(run, after, BATCH);
            List<QuarantinedRow> readable = page.items().stream()
                    .filter(row -> row.rejection().fields().isPresent())
                    .toList();
            unreadable += page.items().size() - readable.size();
            tally = tally.plus(retry(readable, rejections));
            after = page.next().map(Long::valueOf);
        } while (after.isPresent());
        transactions.run(creators::refresh);
        return new Outcome(
                tally,
                rejections.values().stream()
                        .sorted(Comparator.comparingLong(RejectionGroup::count).reversed())
                        .toList(),
                unreadable);
    }

    private Tally retry(List<QuarantinedRow> rows, Map<String, RejectionGroup> rejections) {
        List<QuarantinedRow> understood = new ArrayList<>();
        List<Reading> readings = new ArrayList<>();
        for (QuarantinedRow row : rows) {
            Reading reading = archive.read(row.rejection());
            if (reading instanceof Rejection rejection) {
                ImportSource.count(rejection, rejections);
            } else {
                understood.add(row);
                readings.add(reading);
            }
        }
        AtomicReference<ImportSource.Recorded> recorded = new AtomicReference<>();
        transactions.run(() -> {
            recorded.set(imports.record(readings));
            for (int i = 0; i < readings.size(); i++) {
                if (!(readings.get(i) instanceof ExperimentObservation piece
                        && recorded.get().refused().containsKey(piece))) {
                    quarantine.release(understood.get(i));
                }
            }
        });
        recorded.get().rejections().forEach(rejection -> ImportSource.count(rejection, rejections));
        return recorded.get().tally();
    }
}
