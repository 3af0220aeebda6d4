package io.virality.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.virality.application.Failure;
import io.virality.domain.creator.Origin;
import io.virality.spi.Source;
import io.virality.spi.SourceException;
import io.virality.spi.SourceFactory;
import io.virality.spi.SourceRow;
import io.virality.spi.SourceRows;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class SourceFeedTest {

    private static final SourceFingerprint FINGERPRINT = new SourceFingerprint(Map.of("seed", "1"), Optional.empty());

    private boolean closed;
    private Optional<String> resumedFrom = Optional.empty();

    @Test
    void closing_the_feed_closes_the_rows() throws SourceException {
        feed(() -> null).close();
        assertEquals(true, closed);
    }

    @Test
    void where_a_source_does_not_say_nothing_is_known_of_its_size() throws SourceException {
        try (SourceFeed feed = feed(() -> null)) {
            assertEquals(OptionalLong.empty(), feed.totalBytes());
            assertEquals(0, feed.bytesRead());
            assertEquals(Origin.REAL, feed.origin());
            assertEquals(Optional.empty(), feed.next());
        }
    }

    @Test
    void a_source_that_breaks_off_is_unavailable() throws SourceException {
        try (SourceFeed feed = feed(() -> {
            throw new SourceException("gone until tomorrow");
        })) {
            Failure failure = assertThrows(Failure.class, feed::next);
            assertEquals(Failure.Kind.SOURCE_UNAVAILABLE, failure.kind());
            assertEquals("gone until tomorrow", failure.getMessage());
        }
    }

    @Test
    void a_resumed_feed_stands_where_it_goes_on() throws SourceException {
        try (SourceFeed feed = feed(() -> null, Optional.of("17"))) {
            assertEquals(Optional.of("17"), resumedFrom);
            assertTrue(feed.resumed());
            assertEquals(Optional.of(FINGERPRINT.mark("17")), feed.position());
        }
    }

    @Test
    void a_feed_from_the_start_stands_nowhere_before_its_first_row() throws SourceException {
        try (SourceFeed feed = feed(() -> SourceRow.of("creator", "1", Map.of("handle", "ada")))) {
            assertEquals(Optional.empty(), resumedFrom);
            assertFalse(feed.resumed());
            assertEquals(Optional.empty(), feed.position());
            feed.next();
            assertEquals(Optional.of(FINGERPRINT.mark("1")), feed.position());
        }
    }

    @FunctionalInterface
    private interface Next {

        SourceRow row() throws SourceException;
    }

    private SourceFeed feed(Next next) throws SourceException {
        return feed(next, Optional.empty());
    }

    private SourceFeed feed(Next next, Optional<String> resumeFrom) throws SourceException {
        Source source = new Source() {
            @Override
            public String version() {
                return "still@1";
            }

            @Override
            public SourceRows read(Optional<String> from) {
                resumedFrom = from;
                return new SourceRows() {
                    @Override
                    public SourceRow next() throws SourceException {
                        return next.row();
                    }

                    @Override
                    public void close() {
                        closed = true;
                    }
                };
            }
        };
        SourceFactory factory = new SourceFactory() {
            @Override
            public String type() {
                return "still";
            }

            @Override
            public Source create(String name, Map<String, String> properties) {
                return source;
            }
        };
        return new SourceFeed("shop", new SourceType(factory, "here"), source, FINGERPRINT, resumeFrom, Instant.EPOCH);
    }
}
