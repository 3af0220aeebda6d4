package io.virality.application.ingest;

import io.virality.application.port.Sources;
import io.virality.domain.ingest.Preview;
import io.virality.domain.ingest.SourceRequest;
import jakarta.inject.Inject;

/** Says how a source would be read, and keeps nothing of it. */
public final class ExplainSource {

    private static final int ROWS = 5;

    private final Sources sources;

    @Inject
    ExplainSource(Sources sources) {
        this.sources = sources;
    }

    /**
     * Explains a source by its first rows.
     *
     * @throws io.virality.application.Failure if it could not be imported either
     */
    public Preview explain(SourceRequest request) {
        return sources.preview(request, ROWS);
    }
}
