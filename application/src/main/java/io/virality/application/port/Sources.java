package io.virality.application.port;

import io.virality.domain.ingest.ConfiguredSource;
import io.virality.domain.ingest.Feed;
import io.virality.domain.ingest.Preview;
import io.virality.domain.ingest.SourceRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

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

    /**
     * Opens a source to go on behind a {@linkplain Feed#position position} of an earlier feed. One that cannot do this,
     * or that is asked for something else than before, starts again.
     *
     * @param position asked for once it is settled that the source can be opened and can do this
     * @throws io.virality.application.Failure as for {@link #open}
     */
    default Feed resume(SourceRequest request, Supplier<Optional<String>> position) {
        return open(request);
    }

    /**
     * How a source would be read, with so many of its first rows.
     *
     * @throws io.virality.application.Failure as for {@link #open}
     */
    Preview preview(SourceRequest request, int rows);
}
