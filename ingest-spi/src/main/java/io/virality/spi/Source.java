package io.virality.spi;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Somewhere that rows come from: a file, an API, a generator. */
public interface Source {

    /** The version of the layout or API that the rows follow, for example {@code bright-data-profiles@1}. */
    String version();

    /** Whether the rows are invented. Simulated rows are marked wherever they are shown. */
    default boolean simulated() {
        return false;
    }

    /** How old the counts of a row may be when it is read. */
    default Freshness freshness() {
        return Freshness.ARCHIVE;
    }

    /**
     * When the counts held in rows that do not say it themselves: a file's own date. Without it, the time of the
     * import.
     */
    default Optional<Instant> observedAt() {
        return Optional.empty();
    }

    /** How the source will be read; nothing, where there is nothing to choose or to recognise. */
    default Explanation explanation() {
        return new Explanation(Map.of(), List.of());
    }

    /**
     * Whether reading can go on behind a row. If not, an interrupted import starts again, and rows that are stored
     * already turn out to be unchanged.
     */
    default boolean canResume() {
        return false;
    }

    /**
     * Opens the source and gives its rows in order.
     *
     * @param resumeFrom the {@link SourceRow#position() position} of the last row that an interrupted import has
     *     stored, to continue behind it; a source that {@linkplain #canResume cannot do this} starts again
     * @throws SourceException if the source cannot be read now, or is not what it should be
     */
    SourceRows read(Optional<String> resumeFrom) throws SourceException;
}
