package io.virality.web;

import static io.virality.application.port.Observations.by;
import static io.virality.application.port.Observations.counts;

import io.virality.application.Failure;
import io.virality.application.port.Sources;
import io.virality.domain.creator.Origin;
import io.virality.domain.ingest.ConfiguredSource;
import io.virality.domain.ingest.Feed;
import io.virality.domain.ingest.Preview;
import io.virality.domain.ingest.Reading;
import io.virality.domain.ingest.SourceRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;

/**
 * Sources that the test paces: {@code survey} has many rows and waits for {@link #let} before each of them, {@code
 * broken} breaks off at its end, {@code csv} reads files of one handle a line.
 */
final class PacedSources implements Sources {

    private final Semaphore permits = new Semaphore(0);
    private volatile Optional<SourceRequest> asked = Optional.empty();

    /** Lets so many rows pass. */
    void let(int rows) {
        permits.release(rows);
    }

    /** What was asked for last. */
    SourceRequest asked() {
        return asked.orElseThrow();
    }

    @Override
    public List<ConfiguredSource> configured() {
        return List.of(
                new ConfiguredSource("survey", "paced", "a test"), new ConfiguredSource("broken", "paced", "a test"));
    }

    @Override
    public Feed open(SourceRequest request) {
        asked = Optional.of(request);
        return switch (request.name()) {
            case "survey" ->
                new PacedFeed(
                        IntStream.range(0, 12_000).mapToObj(i -> "creator_" + i).toList(), true, false);
            case "broken" -> new PacedFeed(List.of("alice"), false, true);
            case "csv" -> new PacedFeed(lines(request.file().orElseThrow()), false, false);
            default -> throw Failure.notFound("no source " + request.name());
        };
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Preview preview(SourceRequest request, int rows) {
        throw new UnsupportedOperationException("no test asks for it");
    }

    private final class PacedFeed implements Feed {

        private final List<String> handles;
        private final boolean paced;
        private final boolean breaks;
        private int next;

        PacedFeed(List<String> handles, boolean paced, boolean breaks) {
            this.handles = handles;
            this.paced = paced;
            this.breaks = breaks;
        }

        @Override
        public String version() {
            return "test@1";
        }

        @Override
        public Origin origin() {
            return Origin.REAL;
        }

        @Override
        public Optional<Reading> next() {
            if (next == handles.size()) {
                if (breaks) {
                    throw new Failure(Failure.Kind.SOURCE_UNAVAILABLE, "the source is down");
                }
                return Optional.empty();
            }
            if (paced) {
                try {
                    permits.acquire();
                } catch (InterruptedException e) {
                    throw new Failure(Failure.Kind.SOURCE_UNAVAILABLE, "interrupted", e);
                }
            }
            return Optional.of(counts(handles.get(next++), 5, by("survey", StubbedPorts.NOON)));
        }

        @Override
        public OptionalLong totalBytes() {
            return OptionalLong.of(handles.size());
        }

        @Override
        public long bytesRead() {
            return next;
        }

        @Override
        public void close() {}
    }
}
