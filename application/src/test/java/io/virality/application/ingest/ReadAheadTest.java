package io.virality.application.ingest;

import static io.virality.application.port.Observations.NOON;
import static io.virality.application.port.Observations.by;
import static io.virality.application.port.Observations.counts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.virality.application.Failure;
import io.virality.application.ingest.ReadAhead.Batch;
import io.virality.domain.creator.Origin;
import io.virality.domain.ingest.Feed;
import io.virality.domain.ingest.Reading;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ReadAheadTest {

    private static final Clock STANDING = Clock.fixed(NOON, ZoneOffset.UTC);
    private static final Reading READING = counts("alice", 5, by("survey", NOON));

    @Test
    void all_readings_come_in_order_in_batches_of_bounded_size() {
        List<Reading> all = new ArrayList<>();
        for (int i = 0; i < 2 * ReadAhead.LARGEST_BATCH + 1; i++) {
            all.add(counts("creator_" + i, i, by("survey", NOON)));
        }
        CountingFeed feed = new CountingFeed(all.size(), number -> all.get(number - 1));
        List<Reading> read = new ArrayList<>();
        try (ReadAhead ahead = new ReadAhead(feed, STANDING)) {
            for (Batch batch = ahead.next(); !batch.readings().isEmpty(); batch = ahead.next()) {
                assertTrue(batch.readings().size() <= ReadAhead.LARGEST_BATCH);
                read.addAll(batch.readings());
            }
            assertTrue(ahead.next().readings().isEmpty(), "it stays ended");
        }
        assertEquals(all, read);
    }

    @Test
    void a_batch_knows_how_far_the_feed_was_when_it_was_read() {
        try (ReadAhead ahead =
                new ReadAhead(new CountingFeed(ReadAhead.LARGEST_BATCH + 2_000, number -> READING), STANDING)) {
            Batch first = ahead.next();
            Batch second = ahead.next();
            assertEquals(Optional.of(Integer.toString(ReadAhead.LARGEST_BATCH)), first.position());
            assertEquals(ReadAhead.LARGEST_BATCH, first.bytesRead());
            assertEquals(Optional.of(Integer.toString(ReadAhead.LARGEST_BATCH + 2_000)), second.position());
            assertEquals(OptionalLong.of(ReadAhead.LARGEST_BATCH + 2_000), second.totalBytes());
        }
    }

    @Test
    void no_more_than_one_batch_is_read_ahead() {
        CountingFeed feed = new CountingFeed(Integer.MAX_VALUE, number -> READING);
        try (ReadAhead ahead = new ReadAhead(feed, STANDING)) {
            for (int batch = 1; batch <= 3; batch++) {
                ahead.next();
                assertTrue(feed.given.get() <= (batch + 1L) * ReadAhead.LARGEST_BATCH);
            }
        }
    }

    @Test
    void what_a_slow_source_has_given_is_a_batch_before_long() {
        AtomicLong milliseconds = new AtomicLong();
        CountingFeed feed = new CountingFeed(10, number -> {
            milliseconds.addAndGet(400);
            return READING;
        });
        try (ReadAhead ahead = new ReadAhead(feed, ticking(milliseconds))) {
            assertEquals(3, ahead.next().readings().size());
        }
    }

    @Test
    void the_feed_is_read_by_one_thread_which_ends_with_it() throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        CountingFeed feed = new CountingFeed(12_000, number -> {
            if (threads.isEmpty() || threads.get(threads.size() - 1) != Thread.currentThread()) {
                threads.add(Thread.currentThread());
            }
            return READING;
        });
        try (ReadAhead ahead = new ReadAhead(feed, STANDING)) {
            while (!ahead.next().readings().isEmpty()) {
                // only the end matters
            }
        }
        assertEquals(1, threads.size());
        assertNotSame(Thread.currentThread(), threads.get(0));
        threads.get(0).join();
    }

    @Test
    void what_the_feed_throws_reaches_the_caller_behind_what_it_gave() {
        for (Throwable fault : List.of(
                new Failure(Failure.Kind.SOURCE_UNAVAILABLE, "down"),
                new IllegalStateException("broken"),
                new StackOverflowError())) {
            CountingFeed feed = new CountingFeed(6_000, number -> number < 5_500 ? READING : fail(fault));
            try (ReadAhead ahead = new ReadAhead(feed, STANDING)) {
                assertEquals(ReadAhead.LARGEST_BATCH, ahead.next().readings().size());
                assertSame(fault, assertThrows(Throwable.class, ahead::next));
            }
        }
    }

    @Test
    void a_reading_that_waits_is_interrupted_when_nobody_wants_it_any_more() throws InterruptedException {
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        CountingFeed feed = new CountingFeed(1, number -> {
            reading.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
            return READING;
        });
        ReadAhead ahead = new ReadAhead(feed, STANDING);
        reading.await();
        ahead.close();
        assertEquals(0, interrupted.getCount());
    }

    @Test
    void an_interrupted_caller_stops_waiting_and_stays_interrupted() {
        CountDownLatch never = new CountDownLatch(1);
        CountingFeed feed = new CountingFeed(1, number -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                // goes on
            }
            return READING;
        });
        Thread.currentThread().interrupt();
        try (ReadAhead ahead = new ReadAhead(feed, STANDING)) {
            Failure failure = assertThrows(Failure.class, ahead::next);
            assertTrue(failure.getMessage().contains("interrupted"), failure.getMessage());
        }
        assertTrue(Thread.interrupted());
    }

    private static Reading fail(Throwable fault) {
        if (fault instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) fault;
    }

    private static Clock ticking(AtomicLong milliseconds) {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return Instant.ofEpochMilli(milliseconds.get());
            }
        };
    }

    /** Makes a reading of its number, counted from 1. */
    @FunctionalInterface
    private interface Reader {
        Reading read(int number);
    }

    private static final class CountingFeed implements Feed {

        private final int size;
        private final Reader reader;
        final AtomicLong given = new AtomicLong();

        CountingFeed(int size, Reader reader) {
            this.size = size;
            this.reader = reader;
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
        public Optional<String> position() {
            return Optional.of(String.valueOf(given));
        }

        @Override
        public Optional<Reading> next() {
            return given.get() == size ? Optional.empty() : Optional.of(reader.read((int) given.incrementAndGet()));
        }

        @Override
        public OptionalLong totalBytes() {
            return OptionalLong.of(size);
        }

        @Override
        public long bytesRead() {
            return given.get();
        }

        @Override
        public void close() {}
    }
}
