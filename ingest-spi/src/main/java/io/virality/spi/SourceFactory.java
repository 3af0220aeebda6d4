package io.virality.spi;

import java.util.Map;

/** Makes sources of one type. Found by {@link java.util.ServiceLoader}; needs a public constructor without arguments. */
public interface SourceFactory {

    /** The type that a source's properties file names, in lower case with hyphens, for example {@code mock-tiktok}. */
    String type();

    /**
     * A source of this type.
     *
     * @param name what the user calls this source: the name of its properties file
     * @param properties the source's own settings, without {@code type}
     * @throws SourceException if a property is unknown, missing or impossible; the message names it
     */
    Source create(String name, Map<String, String> properties) throws SourceException;
}
