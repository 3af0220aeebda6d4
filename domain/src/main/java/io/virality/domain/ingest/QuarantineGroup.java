package io.virality.domain.ingest;

/**
 * Rows of one import that were rejected for one reason.
 *
 * @param run the import
 * @param source the source's name
 * @param rejections how many they were, and the first of them
 * @param kept how many of them are in quarantine now: neither beyond the bound nor released since
 */
public record QuarantineGroup(long run, String source, RejectionGroup rejections, long kept) {}
