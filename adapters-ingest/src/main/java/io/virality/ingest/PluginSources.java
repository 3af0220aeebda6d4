package io.virality.ingest;

import io.virality.application.Failure;
import io.virality.application.port.Sources;
import io.virality.domain.ingest.ConfiguredSource;
import io.virality.domain.ingest.Feed;
import io.virality.domain.ingest.Preview;
import io.virality.domain.ingest.Reading;
import io.virality.domain.ingest.Rejection;
import io.virality.domain.ingest.SourceRequest;
import io.virality.spi.Explanation;
import io.virality.spi.Fields;
import io.virality.spi.Source;
import io.virality.spi.SourceException;
import io.virality.spi.SourceRow;
import io.virality.spi.SourceRows;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Sources configured by one properties file each, their types from {@link Plugins}, and {@code csv} for any file. The
 * mappings of files lie in a folder beside that of the sources.
 */
final class PluginSources implements Sources {

    /** Types that take a file and need no configuration. */
    private static final String CSV = "csv";

    private static final Set<String> FILES = Set.of(CSV, "ndjson");

    private static final String TYPE = "type";
    private static final String FILE = "file";
    private static final String MAPPINGS = "mappings";
    private static final String EXTENSION = ".properties";
    private static final long LARGEST_FILE = 64 * 1024;

    private final Path directory;
    private final Plugins plugins;
    private final Clock clock;

    PluginSources(Path directory, Plugins plugins, Clock clock) {
        this.directory = directory;
        this.plugins = plugins;
        this.clock = clock;
    }

    /** A source that cannot be opened is listed as well; its origin says what is wrong with it. */
    @Override
    public List<ConfiguredSource> configured() {
        return names().stream().map(this::describe).toList();
    }

    private ConfiguredSource describe(String name) {
        String type = "?";
        try {
            type = settings(name).get(TYPE);
            return new ConfiguredSource(name, type, plugins.named(type).origin());
        } catch (Failure e) {
            return new ConfiguredSource(name, type, e.getMessage());
        }
    }

    @Override
    public Feed open(SourceRequest request) {
        return resume(request, Optional::empty);
    }

    @Override
    public Feed resume(SourceRequest request, Supplier<Optional<String>> position) {
        Map<String, String> settings = settings(request);
        SourceFingerprint fingerprint = new SourceFingerprint(settings, filePath(settings));
        Created created = created(request.name(), settings);
        boolean resumable = created.type.run(request.name(), created.source::canResume);
        Optional<String> from = resumable ? position.get().flatMap(fingerprint::unmark) : Optional.empty();
        return created.type.run(
                request.name(),
                () -> new SourceFeed(request.name(), created.type, created.source, fingerprint, from, clock.instant()));
    }

    private static Optional<Path> filePath(Map<String, String> settings) {
        try {
            return Optional.ofNullable(settings.get(FILE)).map(Path::of);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    @Override
    public Preview preview(SourceRequest request, int rows) {
        Created created = created(request.name(), settings(request));
        return created.type.run(request.name(), () -> {
            Source source = created.source;
            RowReader reader = new RowReader(request.name(), source, clock.instant());
            List<Preview.Row> first = new ArrayList<>();
            try (SourceRows all = source.read(Optional.empty())) {
                for (SourceRow row = all.next(); row != null && first.size() < rows; row = all.next()) {
                    first.add(previewed(row, reader.read(row)));
                }
            }
            Explanation explanation = source.explanation();
            List<Preview.Column> columns = explanation.columns().stream()
                    .map(column -> new Preview.Column(column.name(), column.field(), column.conversion()))
                    .toList();
            return new Preview(source.version(), explanation.facts(), columns, first);
        });
    }

    private static Preview.Row previewed(SourceRow row, Reading reading) {
        SortedMap<String, String> fields = new TreeMap<>();
        for (String name : Fields.all()) {
            String said = row.field(name);
            if (said != null) {
                fields.put(name, said);
            }
        }
        Optional<Rejection> rejection = reading instanceof Rejection refused ? Optional.of(refused) : Optional.empty();
        return new Preview.Row(String.valueOf(row.position()), String.valueOf(row.kind()), fields, rejection);
    }

    /** A source, and the way into its code. */
    private record Created(SourceType type, Source source) {}

    /** What a source is set to for a request, its type included. */
    private Map<String, String> settings(SourceRequest request) {
        String name = request.name();
        Map<String, String> settings = new HashMap<>(FILES.contains(name) ? Map.of(TYPE, name) : settings(name));
        String type = settings.get(TYPE);
        settings.putAll(request.properties());
        settings.put(TYPE, type);
        if (type.equals(CSV)) {
            settings.putIfAbsent(MAPPINGS, directory.resolveSibling(MAPPINGS).toString());
        }
        file(request).ifPresent(file -> settings.put(FILE, file.toString()));
        return settings;
    }

    private Created created(String name, Map<String, String> settings) {
        Map<String, String> own = new HashMap<>(settings);
        SourceType type = plugins.named(own.remove(TYPE));
        return type.run(name, () -> new Created(type, type.factory().create(name, Map.copyOf(own))));
    }

    private static Optional<Path> file(SourceRequest request) {
        boolean takesFile = FILES.contains(request.name());
        if (takesFile && request.file().isEmpty()) {
            throw Failure.invalid("name the file to import: " + request.name() + " FILE");
        }
        if (!takesFile && request.file().isPresent()) {
            throw Failure.invalid("the source '" + request.name() + "' takes no file; to import one, name csv instead");
        }
        return request.file();
    }

    private List<String> names() {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(EXTENSION))
                    .map(file -> file.substring(0, file.length() - EXTENSION.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw unreadable(directory, e);
        }
    }

    /** What a source's file says; names a type. */
    private Map<String, String> settings(String name) {
        List<String> names = names();
        if (!names.contains(name)) {
            throw Failure.notFound(
                    SourceException.unknown("source", name, names).getMessage());
        }
        Path file = directory.resolve(name + EXTENSION);
        if (FILES.contains(name)) {
            throw Failure.invalid(file + ": the name " + name + " is reserved for files; give the source another name");
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            if (Files.size(file) > LARGEST_FILE) {
                throw Failure.invalid(file + " is larger than 64 KiB: it cannot be a source's settings");
            }
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw unreadable(file, e);
        }
        if (properties.getProperty(TYPE) == null) {
            throw Failure.invalid(file + " names no type; write a line like type=mock-tiktok");
        }
        Map<String, String> settings = new HashMap<>();
        properties
                .stringPropertyNames()
                .forEach(key -> settings.put(key, properties.getProperty(key).strip()));
        return settings;
    }

    private static Failure unreadable(Path path, Exception cause) {
        return new Failure(
                Failure.Kind.INVALID_INPUT, path + " cannot be read as text in UTF-8: " + cause.getMessage(), cause);
    }
}
