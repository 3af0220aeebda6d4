package io.virality.application.port;

import io.virality.application.Failure;
import io.virality.domain.creator.Origin;
import io.virality.domain.ingest.ConfiguredSource;
import io.virality.domain.ingest.Feed;
import io.virality.domain.ingest.Preview;
import io.virality.domain.ingest.Reading;
import io.virality.domain.ingest.SourceRequest;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** Sources whose readings are listed in a test. */
public final class ListedSources implements Sources {

    private final String name;
    private final List<Reading> readings;
    private final Optional<Failure> breaksOff;
    private int open;

    /** One source, whose readings come in this order. */
    public ListedSources(String name, List<Reading> readings) {
        this(name, readings, Optional.empty());
    }

    /** One source that breaks off behind its readings. */
    public ListedSources(String name, List<Reading> readings, Optional<Failure> breaksOff) {
        this.name = name;
        this.readings = List.copyOf(readings);
        this.breaksOff = breaksOff;
    }

    @Override
    public List<ConfiguredSource> configured() {
        return List.of(new ConfiguredSource(name, "listed", "a test"));
    }

    @Override
    public Feed open(SourceRequest request) {
        if (!request.name().equals(name)) {
            throw Failure.notFound("no source " + request.name());
        }
        open++;
        return new ListedFeed(0);
    }

    /** Goes on behind a position if that says the source's name: {@code survey 17}. */
    @Override
    public Feed resume(SourceRequest request, Supplier<Optional<String>> position) {
        open(request);
        return new ListedFeed(position.get()
                .map(place -> place.split(" "))
                .filter(place -> place[0].equals(name))
                .map(place -> Integer.parseInt(place[1]))
                .orElse(0));
    }

    /** Whether no feed is open. */
    public boolean allClosed() {
        return open == 0;
    }

    @Override
    public Preview preview(SourceRequest request, int rows) {
        return new Preview("test@1", Map.of("readings", String.valueOf(readings.size())), List.of(), List.of());
    }

    private final class ListedFeed implements Feed {

        private final Iterator<Reading> rest;
        private final boolean resumed;
        private long read;

        ListedFeed(int skipped) {
            this.rest = readings.listIterator(skipped);
            this.resumed = skipped > 0;
            this.read = skipped;
        }

        @Override
        public Optional<String> position() {
            return read == 0 ? Optional.empty() : Optional.of(name + " " + read);
        }

        @Override
        public boolean resumed() {
            return resumed;
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
            if (rest.hasNext()) {
                read++;
                return Optional.of(rest.next());
            }
            if (breaksOff.isPresent()) {
                throw breaksOff.get();
            }
            return Optional.empty();
        }

        @Override
        public OptionalLong totalBytes() {
            return OptionalLong.of(readings.size());
        }

        @Override
        public long bytesRead() {
            return read;
        }

        @Override
        public void close() {
            open--;
        }
    }
}
