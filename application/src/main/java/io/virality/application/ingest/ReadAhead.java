package io.virality.application.ingest;

import io.virality.application.Failure;
import io.virality.domain.creator.Origin;
import io.virality.domain.ingest.Feed;
import io.virality.domain.ingest.Reading;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Reads a feed on a thread of its own, one batch ahead of the thread that stores them: so there are never more than two
 * batches. Once it is closed, the feed belongs to the caller again.
 */
final class ReadAhead implements AutoCloseable {

    static final int LARGEST_BATCH = 4_000;

    /** Of a slow source, what was read is stored before long, so that a kill costs little. */
    static final Duration LONGEST_BATCH = Duration.ofSeconds(1);

    private final Feed feed;
    private final Clock clock;
    private final ExecutorService reader = Executors.newSingleThreadExecutor(work -> new Thread(work, "read-ahead"));
    private Future<Batch> ahead;

    /**
     * What was read at a stretch, and how far the feed was then.
     *
     * @param readings none at the end of the feed
     */
    record Batch(
            List<Reading> readings,
            Origin origin,
            Optional<String> position,
            long bytesRead,
            OptionalLong totalBytes) {}

    ReadAhead(Feed feed, Clock clock) {
        this.feed = feed;
        this.clock = clock;
        this.ahead = reader.submit(this::read);
    }

    /**
     * The next batch; behind the last one, an empty one. Throws what the feed has thrown.
     *
     * @throws Failure {@code SOURCE_UNAVAILABLE} if the calling thread is interrupted
     */
    Batch next() {
        try {
            Batch batch = ahead.get();
            if (!batch.readings().isEmpty()) {
                ahead = reader.submit(this::read);
            }
            return batch;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure(
                    Failure.Kind.SOURCE_UNAVAILABLE, "the import was interrupted: import again to complete it", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) e.getCause();
        }
    }

    private Batch read() {
        List<Reading> readings = new ArrayList<>(LARGEST_BATCH);
        long end = clock.millis() + LONGEST_BATCH.toMillis();
        do {
            Optional<Reading> reading = feed.next();
            if (reading.isEmpty()) {
                break;
            }
            readings.add(reading.get());
        } while (readings.size() < LARGEST_BATCH && clock.millis() < end);
        return new Batch(readings, feed.origin(), feed.position(), feed.bytesRead(), feed.totalBytes());
    }

    /** Interrupts the reading and waits until it has ended. */
    @Override
    public void close() {
        reader.shutdownNow();
        boolean interrupted = false;
        boolean ended = false;
        while (!ended) {
            try {
                ended = reader.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
