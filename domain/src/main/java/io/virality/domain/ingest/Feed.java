package io.virality.domain.ingest;

import io.virality.domain.creator.Origin;
import java.util.Optional;
import java.util.OptionalLong;

/** An opened source: its readings, streamed. Used by one thread. */
public interface Feed extends AutoCloseable {

    /** The layout or API version the source follows. */
    String version();

    /** Whether what was read so far is real or simulated. */
    Origin origin();

    /** SHA-256 of the content in lower-case hexadecimal digits, where the source is a file. */
    default Optional<String> contentHash() {
        return Optional.empty();
    }

    /**
     * Where the last reading stands in its source, in words that only the source understands; before the first one, what
     * it was resumed from.
     */
    default Optional<String> position() {
        return Optional.empty();
    }

    /** Whether it goes on behind the position that it was resumed from, rather than starting again. */
    default boolean resumed() {
        return false;
    }

    /** The next reading; empty at the end. */
    Optional<Reading> next();

    /** How many bytes there are in all, if known. */
    OptionalLong totalBytes();

    /** How many bytes are read so far. */
    long bytesRead();

    @Override
    void close();
}
