package io.virality.spi;

import java.util.OptionalLong;

/** The rows of one reading, streamed: a source never needs to hold all of them. Used by one thread. */
public interface SourceRows extends AutoCloseable {

    /**
     * The next row.
     *
     * @return the row, or {@code null} at the end
     * @throws SourceException if reading cannot go on; what was given before stays valid
     */
    SourceRow next() throws SourceException;

    /** How many bytes there are in all, if that is known: the progress bar's full length. */
    default OptionalLong totalBytes() {
        return OptionalLong.empty();
    }

    /** How many bytes are read so far. */
    default long bytesRead() {
        return 0;
    }

    @Override
    default void close() {}
}
