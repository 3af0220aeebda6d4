package io.virality.application.port;

import io.virality.domain.creator.Page;
import io.virality.domain.ingest.ImportRun;
import io.virality.domain.ingest.Tally;
import java.time.Instant;
import java.util.Optional;

/** The imports that were run. */
public interface ImportLog {

    /**
     * Notes that this process begins an import.
     *
     * @param contentHash of the file, where it is one
     * @return its number
     */
    long begin(String source, String version, Optional<String> contentHash, Instant at);

    /** Notes that it goes on behind the rows of an earlier one; so far it has come no further. */
    void resume(long run, ImportRun earlier);

    /**
     * Notes how far it is, in the transaction that stores the rows.
     *
     * @param position of the last row that is stored
     */
    void advance(long run, Tally tally, long rejected, Optional<String> position);

    /** Notes that it ended well. */
    void finish(long run, Instant at);

    /** Notes that it broke off, and why. */
    void breakOff(long run, String fault, Instant at);

    /** An import; one that was begun by a process which is no more has broken off. */
    Optional<ImportRun> find(long run);

    /** The newest of the imports that a living process works on, whichever process it is. */
    Optional<ImportRun> running();

    /** The last import from a source. */
    Optional<ImportRun> latest(String source);

    /**
     * All imports, newest first, a page at a time.
     *
     * @param before only those with a smaller number; {@link Page#next()} names it
     */
    Page<ImportRun> runs(Optional<Long> before, int limit);
}
