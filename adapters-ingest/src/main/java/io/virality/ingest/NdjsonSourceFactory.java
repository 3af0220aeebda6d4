package io.virality.ingest;

import io.virality.spi.Source;
import io.virality.spi.SourceException;
import io.virality.spi.SourceFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/** Makes sources of files in the product's own form (docs/ndjson.md), compressed by gzip or not. Property: {@code file}. */
public final class NdjsonSourceFactory implements SourceFactory {

    private static final Set<String> PROPERTIES = Set.of("file");

    /** For the service loader. */
    public NdjsonSourceFactory() {}

    @Override
    public String type() {
        return "ndjson";
    }

    @Override
    public Source create(String name, Map<String, String> properties) throws SourceException {
        for (String key : properties.keySet()) {
            if (!PROPERTIES.contains(key)) {
                throw SourceException.unknown("property", key, PROPERTIES);
            }
        }
        Path file = file(properties.get("file"));
        try (NdjsonRows rows = NdjsonRows.of(file)) {
            return new NdjsonSource(
                    file, rows.simulated(), Files.getLastModifiedTime(file).toInstant());
        } catch (IOException e) {
            throw NdjsonRows.unreadable(file, e);
        }
    }

    private static Path file(String path) throws SourceException {
        if (path == null || path.isBlank()) {
            throw SourceException.user("an ndjson source needs a file: set the property 'file'");
        }
        try {
            Path file = Path.of(path);
            if (!Files.exists(file)) {
                throw SourceException.user(file + ": there is no such file");
            }
            if (!Files.isRegularFile(file)) {
                throw SourceException.user(file + " is not a regular file: name a file");
            }
            return file;
        } catch (InvalidPathException e) {
            throw new SourceException(
                    SourceException.Turn.USER, "'" + path + "' cannot be the name of a file: " + e.getReason(), e);
        }
    }
}
