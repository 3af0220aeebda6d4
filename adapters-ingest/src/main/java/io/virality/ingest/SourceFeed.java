package io.virality.ingest;

import io.virality.domain.creator.Origin;
import io.virality.domain.ingest.Feed;
import io.virality.domain.ingest.Reading;
import io.virality.spi.Source;
import io.virality.spi.SourceException;
import io.virality.spi.SourceRow;
import io.virality.spi.SourceRows;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** The rows of an opened source, taken for what they mean. */
final class SourceFeed implements Feed {

    private final String name;
    private final SourceType type;
    private final String version;
    private final Origin origin;
    private final RowReader reader;
    private final SourceRows rows;
    private final SourceFingerprint fingerprint;
    private final boolean resumed;
    private Optional<String> row;

    /**
     * Runs the source's code, so it is made within {@link SourceType#run}.
     *
     * @param resumeFrom the row behind which to go on, for a source that can
     */
    SourceFeed(
            String name,
            SourceType type,
            Source source,
            SourceFingerprint fingerprint,
            Optional<String> resumeFrom,
            Instant openedAt)
            throws SourceException {
        this.row = resumeFrom;
        this.fingerprint = fingerprint;
        this.resumed = row.isPresent();
        this.name = name;
        this.type = type;
        this.version = source.version();
        this.origin = source.simulated() ? Origin.SIMULATED : Origin.REAL;
        this.reader = new RowReader(name, source, openedAt);
        this.rows = source.read(row);
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public Origin origin() {
        return origin;
    }

    @Override
    public Optional<String> contentHash() {
        return fingerprint.ofContent();
    }

    @Override
    public boolean resumed() {
        return resumed;
    }

    @Override
    public Optional<String> position() {
        return row.map(fingerprint::mark);
    }

    @Override
    public Optional<Reading> next() {
        return type.run(name, this::read);
    }

    private Optional<Reading> read() throws SourceException {
        SourceRow next = rows.next();
        if (next == null) {
            return Optional.empty();
        }
        row = Optional.ofNullable(next.position());
        return Optional.of(reader.read(next));
    }

    @Override
    public OptionalLong totalBytes() {
        return type.run(name, rows::totalBytes);
    }

    @Override
    public long bytesRead() {
        return type.run(name, rows::bytesRead);
    }

    @Override
    public void close() {
        type.run(name, () -> {
            rows.close();
            return null;
        });
    }
}
