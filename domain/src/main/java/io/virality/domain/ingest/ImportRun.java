package io.virality.domain.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One import, running, ended or broken off.
 *
 * @param number counts the imports of this database
 * @param source the source's name
 * @param version the layout or API version it followed
 * @param state what became of it
 * @param startedAt when it began
 * @param endedAt when it ended or was seen to break off; empty while it runs, and after a kill
 * @param tally what became of the rows stored so far
 * @param rejected rows that were refused so far
 * @param contentHash SHA-256 of the file in lower-case hexadecimal digits, where it was a file
 * @param resumePoint where the last row that is stored stands in its source, in words that only the source understands
 * @param resumes the import behind whose rows it went on
 * @param fault why it broke off, where it could still be said
 */
public record ImportRun(
        long number,
        String source,
        String version,
        State state,
        Instant startedAt,
        Optional<Instant> endedAt,
        Tally tally,
        long rejected,
        Optional<String> contentHash,
        Optional<String> resumePoint,
        Optional<Long> resumes,
        Optional<String> fault) {

    /** What became of an import. */
    public enum State {
        /** A living process works on it. */
        RUNNING,
        /** It ended well. */
        FINISHED,
        /** It failed or was killed; whole batches stay, and importing again completes them. */
        BROKEN_OFF
    }

    /** So long after an import broke off, what it has read is taken for a part of the same look at the source. */
    public static final Duration RESUMABLE_FOR = Duration.ofHours(12);

    /**
     * Whether the next import from the source may go on behind the rows of this one. A later one reads all of them anew:
     * who imports once a day wants a whole day.
     */
    public boolean isResumable(Instant now) {
        return state == State.BROKEN_OFF
                && resumePoint.isPresent()
                && now.isBefore(endedAt.orElse(startedAt).plus(RESUMABLE_FOR));
    }
}
