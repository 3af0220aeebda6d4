package io.virality.domain.ingest;

import io.virality.domain.creator.Origin;
import java.util.Optional;
import java.util.OptionalLong;

/** An opened source: its readings, streamed. Used by one thread. */
public interface Feed extends AutoCloseable {

    /** The layout or API version the source follows. */
    String version();

    /** Whether it is real or simulated. */
    Origin origin();

    /** The next reading; empty at the end. */
    Optional<Reading> next();

    /** How many bytes there are in all, if known. */
    OptionalLong totalBytes();

    /** How many bytes are read so far. */
    long bytesRead();

    @Override
    void close();
}
