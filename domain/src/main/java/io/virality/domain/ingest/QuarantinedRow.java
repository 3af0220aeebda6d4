package io.virality.domain.ingest;

/**
 * A rejected row that is kept.
 *
 * @param number counts the rows that this database ever kept
 * @param run the import that it was rejected in
 * @param source the source's name
 * @param rejection what is wrong with which row
 */
public record QuarantinedRow(long number, long run, String source, Rejection rejection) {

    /** Of one import, so many rows are kept at most, the first ones; all are counted. */
    public static final int MOST_KEPT = 10_000;
}
