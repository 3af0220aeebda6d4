package io.virality.ingest;

import io.virality.spi.Source;
import io.virality.spi.SourceException;
import io.virality.spi.SourceRows;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** A file in the product's own form. */
record NdjsonSource(Path file, boolean simulated, Instant changedAt) implements Source {

    @Override
    public String version() {
        return "virality-ndjson@" + NdjsonRow.VERSION;
    }

    @Override
    public Optional<Instant> observedAt() {
        return Optional.of(changedAt);
    }

    @Override
    public SourceRows read(Optional<String> resumeFrom) throws SourceException {
        return NdjsonRows.of(file);
    }
}
