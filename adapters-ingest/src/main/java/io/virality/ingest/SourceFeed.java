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
    private Optional<String> position = Optional.empty();

    /** Runs the source's code, so it is made within {@link SourceType#run}. */
    SourceFeed(String name, SourceType type, Source source, Instant openedAt) throws SourceException {
        this.name = name;
        this.type = type;
        this.version = source.version();
        this.origin = source.simulated() ? Origin.SIMULATED : Origin.REAL;
        this.reader = new RowReader(name, source, openedAt);
        this.rows = source.read(Optional.empty());
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
    public Optional<String> position() {
        return position;
    }

    @Override
    public Optional<Reading> next() {
        return type.run(name, this::read);
    }

    private Optional<Reading> read() throws SourceException {
        SourceRow row = rows.next();
        if (row == null) {
            return Optional.empty();
        }
        position = Optional.ofNullable(row.position());
        return Optional.of(reader.read(row));
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
