package io.virality.app;

/** How an answer is printed that has no other forms. */
enum TableOrJson {
    /** For people. */
    TABLE,
    /** One JSON document. */
    JSON
}
