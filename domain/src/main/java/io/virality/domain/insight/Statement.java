package io.virality.domain.insight;

/**
 * The statement that produced an answer, its values inlined: it runs as it stands in the plain shell of its dialect.
 *
 * @param dialect for example {@code sqlite}
 * @param text the SELECT
 */
public record Statement(String dialect, String text) {}
