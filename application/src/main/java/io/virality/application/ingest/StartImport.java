package io.virality.application.ingest;

import io.virality.application.Failure;
import io.virality.application.port.ImportLog;
import io.virality.domain.ingest.SourceRequest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** Starts an import that goes on by itself. One at a time: two would only wait for each other. */
@Singleton
public final class StartImport {

    private final ImportSource imports;
    private final ImportLog log;
    private final AtomicBoolean busy = new AtomicBoolean();

    /** Told how the import gets on; to break it off, it throws a {@link Failure} when it is told of progress. */
    public interface Listener extends ImportSource.ProgressListener {

        /** It is over, whether it ever began or not; with what went wrong. The log tells what became of it. */
        void ended(Optional<Throwable> fault);
    }

    @Inject
    StartImport(ImportSource imports, ImportLog log) {
        this.imports = imports;
        this.log = log;
    }

    /**
     * Opens a source and returns when its import has begun.
     *
     * @param request asked for once it is sure that no other import is going on
     * @param listener told by the thread that imports
     * @param background where the import goes on
     * @return the import's number
     * @throws Failure {@code CONFLICT} if another import is going on, in this process or another one; or as
     *     {@link ImportSource#importFrom} does if the source cannot be opened
     */
    public long start(Supplier<SourceRequest> request, Listener listener, Executor background) {
        if (!busy.compareAndSet(false, true)) {
            throw new Failure(Failure.Kind.CONFLICT, "another import is going on: wait until it has ended");
        }
        boolean handedOver = false;
        CompletableFuture<Long> begun = new CompletableFuture<>();
        try {
            log.running().ifPresent(run -> {
                throw new Failure(
                        Failure.Kind.CONFLICT,
                        "import " + run.number() + " from " + run.source() + " is going on: wait until it has ended");
            });
            SourceRequest asked = request.get();
            background.execute(() -> run(asked, listener, begun));
            handedOver = true;
        } finally {
            if (!handedOver) {
                busy.set(false);
            }
        }
        return outcome(begun);
    }

    private void run(SourceRequest request, Listener listener, CompletableFuture<Long> begun) {
        Optional<Throwable> fault = Optional.empty();
        try {
            imports.importFrom(request, new Beginning(listener, begun));
        } catch (RuntimeException | Error e) {
            fault = Optional.of(e);
        }
        // Before anybody who waits learns about the end: the next one may start then.
        busy.set(false);
        try {
            listener.ended(fault);
        } finally {
            fault.ifPresent(begun::completeExceptionally);
        }
    }

    private static long outcome(CompletableFuture<Long> begun) {
        try {
            return begun.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Failure failure) {
                throw failure;
            }
            throw e;
        }
    }

    /** Hears of the import's number first. */
    private record Beginning(Listener listener, CompletableFuture<Long> begun)
            implements ImportSource.ProgressListener {

        @Override
        public void began(long run) {
            listener.began(run);
            begun.complete(run);
        }

        @Override
        public void progress(long rows, long bytesRead, OptionalLong totalBytes) {
            listener.progress(rows, bytesRead, totalBytes);
        }
    }
}
