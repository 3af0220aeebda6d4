package io.virality.domain.ingest;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What to import from.
 *
 * @param name a configured source, or {@code csv} for a file
 * @param file the file, for sources that read one
 * @param properties settings on top of the configured ones
 */
public record SourceRequest(String name, Optional<Path> file, Map<String, String> properties) {

    /** A copy of the properties is kept. */
    public SourceRequest {
        properties = Map.copyOf(properties);
    }
}
