package io.virality.ingest.csv;

import io.virality.spi.Source;
import io.virality.spi.SourceException;
import io.virality.spi.SourceRows;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A sound file whose columns are understood.
 *
 * @param file the file
 * @param layout what its columns mean
 * @param time when its counts held
 * @param crawls when those of its rounds did that have a time of their own
 */
record CsvSource(CsvFile file, Layout layout, FileTime time, Map<String, String> crawls) implements Source {

    @Override
    public String version() {
        return layout.version();
    }

    @Override
    public Optional<Instant> observedAt() {
        return Optional.of(time.instant());
    }

    /** Always starts again: what is stored already turns out to be unchanged. */
    @Override
    public SourceRows read(Optional<String> resumeFrom) throws SourceException {
        return CsvRows.of(file, layout, crawls);
    }
}
