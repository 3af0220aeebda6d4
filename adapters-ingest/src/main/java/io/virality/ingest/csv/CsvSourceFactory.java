package io.virality.ingest.csv;

import io.virality.spi.Source;
import io.virality.spi.SourceException;
import io.virality.spi.SourceFactory;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes sources of text files with the columns' names in the first line, packed with gzip or not. Properties:
 *
 * <ul>
 *   <li>{@code file}: the file; needed
 *   <li>{@code preset}: what the columns mean: one of the known presets, or a file of such properties in {@code mappings};
 *       without it, the header decides
 *   <li>{@code map.COLUMN=FIELD} or {@code column.FIELD=COLUMN}: what one column means, above the preset or instead of
 *       one; without a preset, columns that are called like {@linkplain io.virality.spi.Fields fields} are these, and
 *       the fields decide what a row is about
 *   <li>{@code convert.FIELD}: how the cells are read: {@code compact}, {@code percent}, {@code epoch-seconds}, {@code
 *       date} or any other {@code Conversion}
 *   <li>{@code constant.FIELD}: what all rows say that do not say it themselves, for example {@code constant.platform=instagram}
 *   <li>{@code silent}: cell texts that say nothing, separated by commas
 *   <li>{@code kind}: what a row is about, one of {@link io.virality.spi.Kinds}, where that does not follow from the
 *       fields
 *   <li>{@code delimiter}, {@code quote}, {@code encoding}: how the file is written; without them, that is detected
 *   <li>{@code observedAt}: when the counts held, an instant or a date in UTC; without it, the date in the file's name,
 *       else when the file was last changed
 *   <li>{@code mappings}: the folder of mapping files
 * </ul>
 *
 * <p>The whole file is looked through before a source is made of it, so that no rows are stored of a file that turns out
 * to be broken further down.
 */
public final class CsvSourceFactory implements SourceFactory {

    private static final String FILE = "file";
    private static final String PRESET = "preset";
    private static final String OBSERVED_AT = "observedAt";
    private static final String DELIMITER = "delimiter";
    private static final String QUOTE = "quote";
    private static final String ENCODING = "encoding";
    private static final String MAPPINGS = "mappings";
    private static final Set<String> PROPERTIES =
            Set.of(FILE, PRESET, OBSERVED_AT, DELIMITER, QUOTE, ENCODING, MAPPINGS);
    private static final String MAPPED = "mapped@1";

    /** For the service loader. */
    public CsvSourceFactory() {}

    @Override
    public String type() {
        return "csv";
    }

    @Override
    public Source create(String name, Map<String, String> properties) throws SourceException {
        check(properties);
        Map<String, String> all = new HashMap<>(properties);
        Optional<MappingFile> mappingFile = mappingFile(properties);
        if (mappingFile.isPresent()) {
            Map<String, String> written = mappingFile.get().properties();
            check(written);
            all.remove(PRESET);
            written.forEach(all::putIfAbsent);
        }
        Mapping mapping = Mapping.of(mappingFile.map(MappingFile::id).orElse(MAPPED), all);
        Path path = CsvFile.path(type(), all.get(FILE));
        CsvFile file = CsvFile.recognise(path, wish(all));
        Layout layout = layout(file, Optional.ofNullable(all.get(PRESET)), mapping);
        ObservationTime time = ObservationTime.of(path, Optional.ofNullable(all.get(OBSERVED_AT)));
        boolean saysWhen = all.containsKey(OBSERVED_AT) && !layout.reads(Layout.CRAWL);
        Map<String, String> crawls = saysWhen ? Map.of() : CrawlTimes.of(file, layout);
        return new CsvSource(file, time.told() && crawls.isEmpty() ? layout.at(time.instant()) : layout, time, crawls);
    }

    private static void check(Map<String, String> properties) throws SourceException {
        for (String key : properties.keySet()) {
            if (!PROPERTIES.contains(key) && !Mapping.takes(key)) {
                List<String> known = new ArrayList<>(PROPERTIES);
                known.addAll(Mapping.PROPERTIES);
                throw SourceException.unknown("property", key, known);
            }
        }
    }

    /** What the user calls a preset may be one of ours; else it is the name of a file. */
    private static Optional<MappingFile> mappingFile(Map<String, String> properties) throws SourceException {
        String preset = properties.get(PRESET);
        boolean ours = preset == null || Presets.ALL.stream().anyMatch(known -> known.isCalled(preset));
        return ours || !properties.containsKey(MAPPINGS)
                ? Optional.empty()
                : Optional.of(MappingFile.of(Path.of(properties.get(MAPPINGS)), preset));
    }

    private static Dialect.Wish wish(Map<String, String> properties) throws SourceException {
        return new Dialect.Wish(
                charset(properties.get(ENCODING)),
                character(DELIMITER, properties.get(DELIMITER)),
                character(QUOTE, properties.get(QUOTE)));
    }

    private static Optional<Charset> charset(String name) throws SourceException {
        try {
            return name == null ? Optional.empty() : Optional.of(Charset.forName(name));
        } catch (IllegalArgumentException e) {
            throw new SourceException(
                    SourceException.Turn.USER, "there is no encoding '" + name + "'; try UTF-8 or windows-1252", e);
        }
    }

    private static Optional<Character> character(String property, String value) throws SourceException {
        if (value == null) {
            return Optional.empty();
        }
        String character = value.equals("tab") || value.equals("\\t") ? "\t" : value;
        if (character.length() != 1 || "\r\n".contains(character) || character.charAt(0) >= 128) {
            throw SourceException.user(property + " '" + value + "' is not one character like , or ; or tab");
        }
        return Optional.of(character.charAt(0));
    }

    private static Layout layout(CsvFile file, Optional<String> preset, Mapping mapping) throws SourceException {
        List<String> header = CsvRows.header(file);
        try {
            return Layout.of(header, preset, mapping);
        } catch (SourceException e) {
            throw new SourceException(e.turn(), file.path() + ": " + e.getMessage(), e);
        }
    }
}
