package io.virality.ingest.csv;

import io.virality.spi.SourceException;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * What the user wrote down once about files of one kind.
 *
 * @param id the file's name and version
 * @param properties those of {@link CsvSourceFactory} that it sets
 */
record MappingFile(String id, Map<String, String> properties) {

    private static final String EXTENSION = ".properties";
    private static final long LARGEST_FILE = 64 * 1024;

    /** The file of that name; the known names are those of the presets and of the folder's files. */
    static MappingFile of(Path folder, String name) throws SourceException {
        List<String> names = names(folder);
        if (!names.contains(name)) {
            List<String> known = new ArrayList<>(names);
            Presets.ALL.forEach(preset -> known.add(preset.id()));
            throw SourceException.unknown("preset", name, known);
        }
        Path file = folder.resolve(name + EXTENSION);
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            if (Files.size(file) > LARGEST_FILE) {
                throw SourceException.user(file + " is larger than 64 KiB: it cannot be a mapping");
            }
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new SourceException(
                    SourceException.Turn.USER, file + " cannot be read as text in UTF-8: " + e.getMessage(), e);
        }
        Map<String, String> settings = new HashMap<>();
        properties
                .stringPropertyNames()
                .forEach(key -> settings.put(key, properties.getProperty(key).strip()));
        return new MappingFile(name + "@1", settings);
    }

    private static List<String> names(Path folder) throws SourceException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(EXTENSION))
                    .map(file -> file.substring(0, file.length() - EXTENSION.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw CsvFile.unreadable(folder, e);
        }
    }
}
