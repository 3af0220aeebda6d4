package io.virality.domain.experiment;

import java.util.List;

/**
 * What was taken in.
 *
 * @param delivery its number
 * @param rows how many
 * @param notes what whoever sent it should know
 */
public record Receipt(long delivery, long rows, List<String> notes) {}
