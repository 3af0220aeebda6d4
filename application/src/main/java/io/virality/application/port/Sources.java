package io.virality.application.port;

import io.virality.domain.ingest.ConfiguredSource;
import io.virality.domain.ingest.Feed;
import io.virality.domain.ingest.SourceRequest;
import java.util.List;

/** The sources we can import from. */
public interface Sources {

    /** All that are configured, by name. */
    List<ConfiguredSource> configured();

    /**
     * Opens a source.
     *
     * @throws io.virality.application.Failure {@code NOT_FOUND} if there is none of that name, {@code INVALID_INPUT} if
     *     it cannot be read as asked, {@code SOURCE_UNAVAILABLE} if it cannot be read now
     */
    Feed open(SourceRequest request);
}
