package io.virality.app;

/** How an answer is printed. */
enum Format {
    /** For people. */
    TABLE,
    /** One JSON document. */
    JSON,
    /** Comma-separated values with a header. */
    CSV
}
