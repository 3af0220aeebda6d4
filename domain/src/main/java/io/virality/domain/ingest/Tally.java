package io.virality.domain.ingest;

/**
 * What became of a number of observations.
 *
 * @param stored new
 * @param updated known, with other content
 * @param unchanged known, with the same content
 */
public record Tally(long stored, long updated, long unchanged) {

    /** Nothing yet. */
    public static final Tally NONE = new Tally(0, 0, 0);

    /** Both together. */
    public Tally plus(Tally other) {
        return new Tally(stored + other.stored, updated + other.updated, unchanged + other.unchanged);
    }

    /** All observations. */
    public long total() {
        return stored + updated + unchanged;
    }
}
