package io.virality.application.ingest;

import io.virality.application.port.Creators;
import io.virality.application.port.ImportLog;
import io.virality.application.port.Sources;
import io.virality.application.port.Transactions;
import io.virality.application.port.Videos;
import io.virality.domain.ingest.CreatorObservation;
import io.virality.domain.ingest.Feed;
import io.virality.domain.ingest.ImportSummary;
import io.virality.domain.ingest.Reading;
import io.virality.domain.ingest.Rejection;
import io.virality.domain.ingest.RejectionGroup;
import io.virality.domain.ingest.SourceRequest;
import io.virality.domain.ingest.Tally;
import io.virality.domain.ingest.VideoObservation;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads a source to its end and keeps what it says, one transaction a batch: a killed import leaves a consistent store,
 * and the next run completes it.
 */
public final class ImportSource {

    private static final int BATCH = 5_000;

    private final Sources sources;
    private final Transactions transactions;
    private final Creators creators;
    private final Videos videos;
    private final ImportLog log;
    private final Clock clock;

    /** Told how an import gets on. */
    @FunctionalInterface
    public interface ProgressListener {

        /** So many rows are stored; so many bytes of all, if known, are read. */
        void progress(long rows, long bytesRead, OptionalLong totalBytes);
    }

    @Inject
    ImportSource(
            Sources sources, Transactions transactions, Creators creators, Videos videos, ImportLog log, Clock clock) {
        this.sources = sources;
        this.transactions = transactions;
        this.creators = creators;
        this.videos = videos;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Imports from a source.
     *
     * @throws io.virality.application.Failure if the source cannot be opened or breaks off; batches stored before stay
     */
    public ImportSummary importFrom(SourceRequest request, ProgressListener listener) {
        Instant start = clock.instant();
        try (Feed feed = sources.open(request)) {
            long run = log.begin(request.name(), feed.version(), start);
            Tally tally = Tally.NONE;
            Map<String, RejectionGroup> rejections = new LinkedHashMap<>();
            long rows = 0;
            for (List<Reading> batch = read(feed); !batch.isEmpty(); batch = read(feed)) {
                tally = tally.plus(keep(batch));
                of(Rejection.class, batch).forEach(rejection -> count(rejection, rejections));
                rows += batch.size();
                listener.progress(rows, feed.bytesRead(), feed.totalBytes());
            }
            List<RejectionGroup> groups = rejections.values().stream()
                    .sorted(Comparator.comparingLong(RejectionGroup::count).reversed())
                    .toList();
            Tally total = tally;
            ImportSummary[] summary = new ImportSummary[1];
            transactions.run(() -> {
                creators.refresh();
                Instant end = clock.instant();
                summary[0] = new ImportSummary(
                        request.name(), feed.version(), feed.origin(), total, groups, Duration.between(start, end));
                log.finish(run, summary[0], end);
            });
            return summary[0];
        }
    }

    private static List<Reading> read(Feed feed) {
        List<Reading> batch = new ArrayList<>(BATCH);
        for (Optional<Reading> reading = feed.next(); reading.isPresent(); reading = feed.next()) {
            batch.add(reading.get());
            if (batch.size() == BATCH) {
                break;
            }
        }
        return batch;
    }

    private Tally keep(List<Reading> batch) {
        Tally[] tally = {Tally.NONE};
        transactions.run(() -> tally[0] = creators.record(of(CreatorObservation.class, batch))
                .plus(videos.record(of(VideoObservation.class, batch))));
        return tally[0];
    }

    private static <T extends Reading> List<T> of(Class<T> kind, List<Reading> batch) {
        return batch.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static void count(Rejection rejection, Map<String, RejectionGroup> groups) {
        groups.merge(
                rejection.reason(),
                new RejectionGroup(rejection.reason(), 1, rejection.position(), rejection.detail()),
                (known, more) ->
                        new RejectionGroup(known.reason(), known.count() + 1, known.firstPosition(), known.example()));
    }
}
