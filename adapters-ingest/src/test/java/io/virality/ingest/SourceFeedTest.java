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

    private boolean closed;
    private boolean resumable;
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
    void a_feed_goes_on_behind_the_position_of_an_earlier_one() throws SourceException {
        resumable = true;
        Optional<String> position = positionOfFirstRow();
        try (SourceFeed feed = feed(() -> null, Map.of("seed", "1"), position)) {
            assertEquals(Optional.of("17"), resumedFrom);
            assertTrue(feed.resumed());
            assertEquals(position, feed.position(), "nothing is read yet");
        }
    }

    @Test
    void other_settings_start_again() throws SourceException {
        resumable = true;
        try (SourceFeed feed = feed(() -> null, Map.of("seed", "2"), positionOfFirstRow())) {
            assertEquals(Optional.empty(), resumedFrom);
            assertFalse(feed.resumed());
            assertEquals(Optional.empty(), feed.position());
        }
    }

    @Test
    void a_source_that_cannot_resume_starts_again() throws SourceException {
        try (SourceFeed feed = feed(() -> null, Map.of("seed", "1"), positionOfFirstRow())) {
            assertEquals(Optional.empty(), resumedFrom);
            assertFalse(feed.resumed());
        }
    }

    private Optional<String> positionOfFirstRow() throws SourceException {
        try (SourceFeed feed = feed(() -> SourceRow.of("creator", "17", Map.of("handle", "ada")))) {
            feed.next();
            return feed.position();
        }
    }

    @FunctionalInterface
    private interface Next {

        SourceRow row() throws SourceException;
    }

    private SourceFeed feed(Next next) throws SourceException {
        return feed(next, Map.of("seed", "1"), Optional.empty());
    }

    private SourceFeed feed(Next next, Map<String, String> settings, Optional<String> position) throws SourceException {
        Source source = new Source() {
            @Override
            public String version() {
                return "still@1";
            }

            @Override
            public boolean canResume() {
                return resumable;
            }

            @Override
            public SourceRows read(Optional<String> resumeFrom) {
                resumedFrom = resumeFrom;
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
        return new SourceFeed(
                "shop",
                new SourceType(factory, "here"),
                source,
                new SourceFingerprint(settings, Optional.empty()),
                position,
                Instant.EPOCH);
    }
}
