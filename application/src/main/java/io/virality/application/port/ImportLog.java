package io.virality.application.port;

import io.virality.domain.ingest.ImportRun;
import io.virality.domain.ingest.ImportSummary;
import java.time.Instant;
import java.util.List;

/** The imports that were run. */
public interface ImportLog {

    /**
     * Notes that an import begins.
     *
     * @return its number
     */
    long begin(String source, String version, Instant at);

    /** Notes that it ended well. */
    void finish(long run, ImportSummary summary, Instant at);

    /** All runs, newest first; one that never ended has no summary. */
    List<ImportRun> runs();
}
