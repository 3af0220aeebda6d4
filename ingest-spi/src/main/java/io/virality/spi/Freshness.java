package io.virality.spi;

/** How old a count may be at the moment when the source gives it. */
public enum Freshness {
    /** As of now: within minutes. */
    LIVE,
    /** At most about a day old. */
    DAILY,
    /** Days old or unknown: files, research archives. */
    ARCHIVE
}
