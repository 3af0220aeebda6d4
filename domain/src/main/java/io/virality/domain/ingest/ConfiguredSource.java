package io.virality.domain.ingest;

/**
 * A source that can be imported from.
 *
 * @param name what the user calls it
 * @param type which kind of source it is
 * @param origin where its type comes from: built in, or the plugin's file
 */
public record ConfiguredSource(String name, String type, String origin) {}
