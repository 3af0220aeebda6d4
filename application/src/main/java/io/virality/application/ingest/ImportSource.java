package io.virality.application.ingest;

import io.virality.application.ingest.ReadAhead.Batch;
import io.virality.application.port.Creators;
import io.virality.application.port.Facts;
import io.virality.application.port.FeedbackLog;
import io.virality.application.port.ImportLog;
import io.virality.application.port.Quarantine;
import io.virality.application.port.Snapshots;
import io.virality.application.port.Sources;
import io.virality.application.port.Transactions;
import io.virality.application.port.Videos;
import io.virality.domain.ingest.AssumedTime;
import io.virality.domain.ingest.CreatorObservation;
import io.virality.domain.ingest.ExperimentObservation;
import io.virality.domain.ingest.FactObservation;
import io.virality.domain.ingest.Feed;
import io.virality.domain.ingest.FeedbackObservation;
import io.virality.domain.ingest.GrowthObservation;
import io.virality.domain.ingest.ImportRun;
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
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * Reads a source to its end and keeps what it says, one transaction a batch: a killed import leaves a consistent store,
 * and the next run completes it. While one batch is stored, another thread reads the next.
 */
public final class ImportSource {

    private final Sources sources;
    private final Transactions transactions;
    private final Creators creators;
    private final Videos videos;
    private final Snapshots snapshots;
    private final Facts facts;
    private final FeedbackLog feedbackLog;
    private final RestoreExperiments experiments;
    private final ImportLog log;
    private final Quarantine quarantine;
    private final Clock clock;

    /** Told how an import gets on. */
    @FunctionalInterface
    public interface ProgressListener {

        /** So many rows are stored; so many bytes of all, if known, are read. */
        void progress(long rows, long bytesRead, OptionalLong totalBytes);

        /** The source is open and the import has this number. */
        default void began(long run) {}
    }

    @Inject
    ImportSource(
            Sources sources,
            Transactions transactions,
            Creators creators,
            Videos videos,
            Snapshots snapshots,
            Facts facts,
            FeedbackLog feedbackLog,
            RestoreExperiments experiments,
            ImportLog log,
            Quarantine quarantine,
            Clock clock) {
        this.sources = sources;
        this.transactions = transactions;
        this.creators = creators;
        this.videos = videos;
        this.snapshots = snapshots;
        this.facts = facts;
        this.feedbackLog = feedbackLog;
        this.experiments = experiments;
        this.log = log;
        this.quarantine = quarantine;
        this.clock = clock;
    }

    /**
     * Imports from a source: all of it, or what the last import from it could not read before it broke off, if the source
     * can go on there and that is not long ago. The summary tells of this import alone.
     *
     * @throws io.virality.application.Failure if the source cannot be opened or breaks off; batches stored before stay
     */
    public ImportSummary importFrom(SourceRequest request, ProgressListener listener) {
        Instant start = clock.instant();
        Supplier<Optional<ImportRun>> resumable =
                () -> log.latest(request.name()).filter(last -> last.isResumable(start));
        try (Feed feed = sources.resume(request, () -> resumable.get().flatMap(ImportRun::resumePoint))) {
            Optional<ImportRun> earlier = feed.resumed() ? resumable.get() : Optional.empty();
            long run = log.begin(request.name(), feed.version(), feed.contentHash(), start);
            try {
                earlier.ifPresent(resumed -> log.resume(run, resumed));
                listener.began(run);
                return importFrom(feed, run, request.name(), start, listener);
            } catch (RuntimeException | Error e) {
                noteFault(run, e);
                throw e;
            }
        }
    }

    private void noteFault(long run, Throwable fault) {
        attempt(fault, () -> log.breakOff(run, String.valueOf(fault.getMessage()), clock.instant()));
        attempt(fault, () -> transactions.run(creators::refresh));
    }

    /** A store that cannot be written to any more must not hide what happened first. */
    private static void attempt(Throwable fault, Runnable afterwards) {
        try {
            afterwards.run();
        } catch (RuntimeException e) {
            fault.addSuppressed(e);
        }
    }

    private ImportSummary importFrom(Feed feed, long run, String name, Instant start, ProgressListener listener) {
        Tally tally = Tally.NONE;
        Map<String, RejectionGroup> rejections = new LinkedHashMap<>();
        Optional<AssumedTime> assumed = Optional.empty();
        long rows = 0;
        Batch batch;
        try (ReadAhead reader = new ReadAhead(feed, clock)) {
            for (batch = reader.next(); !batch.readings().isEmpty(); batch = reader.next()) {
                rows += batch.readings().size();
                Recorded recorded = keep(batch, run, tally, rows);
                tally = tally.plus(recorded.tally());
                recorded.rejections().forEach(rejection -> count(rejection, rejections));
                assumed = count(batch, assumed);
                listener.progress(rows, batch.bytesRead(), batch.totalBytes());
            }
        }
        List<RejectionGroup> groups = rejections.values().stream()
                .sorted(Comparator.comparingLong(RejectionGroup::count).reversed())
                .toList();
        Instant[] end = new Instant[1];
        transactions.run(() -> {
            creators.refresh();
            end[0] = clock.instant();
            log.finish(run, end[0]);
        });
        return new ImportSummary(
                name, feed.version(), batch.origin(), tally, assumed, groups, Duration.between(start, end[0]));
    }

    private Recorded keep(Batch batch, long run, Tally before, long rows) {
        AtomicReference<Recorded> recorded = new AtomicReference<>();
        transactions.run(() -> {
            recorded.set(record(batch.readings()));
            Tally tally = before.plus(recorded.get().tally());
            quarantine.add(run, recorded.get().rejections());
            log.advance(run, tally, rows - tally.total(), batch.position());
        });
        return recorded.get();
    }

    /**
     * What became of readings.
     *
     * @param tally of the observations that are kept
     * @param refused those that do not fit with what is kept already, and why
     * @param rejections all readings that are not kept
     */
    record Recorded(Tally tally, Map<ExperimentObservation, Rejection> refused, List<Rejection> rejections) {}

    /** Keeps observations, each kind where it belongs; what was rejected is none. */
    Recorded record(List<Reading> readings) {
        RestoreExperiments.Restored restored = experiments.restore(of(ExperimentObservation.class, readings));
        Map<ExperimentObservation, Rejection> refused = new LinkedHashMap<>();
        restored.refused().forEach((piece, why) -> refused.put(piece, piece.refused(why)));
        List<Rejection> rejections = new ArrayList<>(of(Rejection.class, readings));
        rejections.addAll(refused.values());
        return new Recorded(
                creators.record(of(CreatorObservation.class, readings))
                        .plus(videos.record(of(VideoObservation.class, readings)))
                        .plus(snapshots.recordGrowth(of(GrowthObservation.class, readings)))
                        .plus(facts.record(of(FactObservation.class, readings)))
                        .plus(feedbackLog.restore(of(FeedbackObservation.class, readings)))
                        .plus(restored.tally()),
                refused,
                rejections);
    }

    private static <T extends Reading> List<T> of(Class<T> kind, List<Reading> readings) {
        return readings.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** All rows without a time have the same one. */
    private static Optional<AssumedTime> count(Batch batch, Optional<AssumedTime> before) {
        List<Instant> times = batch.readings().stream()
                .map(Reading::assumedTime)
                .flatMap(Optional::stream)
                .toList();
        return times.isEmpty()
                ? before
                : Optional.of(new AssumedTime(
                        times.get(0), before.map(AssumedTime::rows).orElse(0L) + times.size()));
    }

    static void count(Rejection rejection, Map<String, RejectionGroup> groups) {
        groups.merge(
                rejection.reason(),
                new RejectionGroup(rejection.reason(), 1, rejection.position(), rejection.detail()),
                (known, more) ->
                        new RejectionGroup(known.reason(), known.count() + 1, known.firstPosition(), known.example()));
    }
}
