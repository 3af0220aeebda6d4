package io.virality.application.port;

import io.virality.domain.creator.Origin;
import io.virality.domain.ingest.Reading;
import io.virality.domain.ingest.Rejection;
import java.nio.file.Path;

/** The product's own file form, which holds all that is observed, and experiments. It is read back as a source. */
public interface Archive {

    /**
     * Begins a file; compressed if its name ends in {@code .gz}. It appears under its name when it is complete.
     *
     * @param data the origin of what it will hold
     * @throws io.virality.application.Failure {@code INVALID_INPUT} if there is such a file already, or it cannot be
     *     written
     */
    Writing create(Path file, Origin data);

    /**
     * What a rejected row means by today's rules: an observation, or a rejection again.
     *
     * @throws IllegalArgumentException if nothing was kept of it that could be read
     */
    Reading read(Rejection rejection);

    /** A file that is being written. Closed before it is complete, it is gone. */
    interface Writing extends AutoCloseable {

        /**
         * Writes one observation.
         *
         * @throws IllegalArgumentException if it is a rejection
         */
        void write(Reading observation);

        /** All is written. */
        void complete();

        @Override
        void close();
    }
}
