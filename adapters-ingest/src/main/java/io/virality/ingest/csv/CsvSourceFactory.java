package io.virality.ingest.csv;

import io.virality.spi.Source;
import io.virality.spi.SourceException;
import io.virality.spi.SourceFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Makes sources of CSV files: comma-separated, quoted with {@code "}, in UTF-8, with the columns' names in the first
 * line. Properties:
 *
 * <ul>
 *   <li>{@code file}: the file; needed
 *   <li>{@code preset}: what the columns mean; without it, the header decides
 *   <li>{@code map.COLUMN=FIELD}: what one column means, above the preset or instead of one; where {@code video_id} is
 *       mapped without a preset, the rows are videos
 *   <li>{@code observedAt}: when the counts held, an instant or a date in UTC; without it, when the file was last changed
 * </ul>
 *
 * <p>The whole file is looked through before a source is made of it, so that no rows are stored of a file that turns out
 * to be broken further down.
 */
public final class CsvSourceFactory implements SourceFactory {

    private static final String FILE = "file";
    private static final String PRESET = "preset";
    private static final String OBSERVED_AT = "observedAt";
    private static final String MAP = "map.";
    private static final Set<String> PROPERTIES = Set.of(FILE, PRESET, OBSERVED_AT, MAP + "COLUMN");

    /** For the service loader. */
    public CsvSourceFactory() {}

    @Override
    public String type() {
        return "csv";
    }

    @Override
    public Source create(String name, Map<String, String> properties) throws SourceException {
        SortedMap<String, String> mapping = new TreeMap<>();
        for (Map.Entry<String, String> property : properties.entrySet()) {
            String key = property.getKey();
            if (key.startsWith(MAP)) {
                mapping.put(key.substring(MAP.length()), property.getValue());
            } else if (!PROPERTIES.contains(key)) {
                throw SourceException.unknown("property", key, PROPERTIES);
            }
        }
        Path file = file(properties.get(FILE));
        FileInspection.inspect(file);
        Layout layout = layout(file, Optional.ofNullable(properties.get(PRESET)), mapping);
        return new CsvSource(file, layout, observedAt(file, properties.get(OBSERVED_AT)));
    }

    private static Path file(String path) throws SourceException {
        if (path == null || path.isBlank()) {
            throw SourceException.user("a csv source needs a file: set the property 'file'");
        }
        try {
            return Path.of(path);
        } catch (InvalidPathException e) {
            throw new SourceException(
                    SourceException.Turn.USER, "'" + path + "' cannot be the name of a file: " + e.getReason(), e);
        }
    }

    private static Layout layout(Path file, Optional<String> preset, SortedMap<String, String> mapping)
            throws SourceException {
        List<String> header = CsvRows.header(file);
        try {
            return Layout.of(header, preset, mapping);
        } catch (SourceException e) {
            throw new SourceException(e.turn(), file + ": " + e.getMessage(), e);
        }
    }

    private static Instant observedAt(Path file, String given) throws SourceException {
        try {
            if (given == null) {
                return Files.getLastModifiedTime(file).toInstant();
            }
            return given.indexOf('T') < 0
                    ? LocalDate.parse(given).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : Instant.parse(given);
        } catch (DateTimeParseException e) {
            throw new SourceException(
                    SourceException.Turn.USER,
                    "observedAt '" + given + "' is neither a date (2023-08-31) nor an instant (2023-08-31T12:00:00Z)",
                    e);
        } catch (IOException e) {
            throw new SourceException(SourceException.Turn.SOURCE, file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
