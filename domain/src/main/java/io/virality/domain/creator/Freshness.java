package io.virality.domain.creator;

/** How old a count may be at the moment when its source gave it, freshest first. */
public enum Freshness {
    /** As of now: within minutes. */
    LIVE,
    /** At most about a day old. */
    DAILY,
    /** Days old or unknown: files, research archives. */
    ARCHIVE
}
