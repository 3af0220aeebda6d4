package io.virality.web;

import io.virality.application.Failure;
import io.virality.application.ingest.StartImport;
import io.virality.domain.ingest.SourceRequest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The import that this server works on, and how far it is. */
@Singleton
final class BackgroundImports {

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundImports.class);

    /** An import breaks off behind a batch; one that waits for its source is interrupted. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Duration FAREWELL = Duration.ofSeconds(1);

    /** Each takes a thread of the server. */
    static final int MOST_LISTENERS = 8;

    private final StartImport startImport;
    private final Semaphore listeners = new Semaphore(MOST_LISTENERS);
    private Optional<Progress> progress = Optional.empty();
    private Optional<Thread> thread = Optional.empty();
    private boolean stopping;
    private boolean stopped;

    /** How far an import is: bytes only where the source tells. */
    record Progress(long run, long rows, long bytesRead, OptionalLong totalBytes) {}

    @Inject
    BackgroundImports(StartImport startImport) {
        this.startImport = startImport;
    }

    /**
     * Starts an import.
     *
     * @param request asked for once nothing else is imported
     * @param atLast done when it is over, however it ends, also if it never begins
     * @throws Failure as {@link StartImport#start}
     */
    long start(Supplier<SourceRequest> request, Runnable atLast) {
        boolean begun = false;
        try {
            long run = startImport.start(request, new Watch(atLast), this::inBackground);
            begun = true;
            return run;
        } finally {
            if (!begun) {
                atLast.run();
            }
        }
    }

    private synchronized void inBackground(Runnable work) {
        requireOpen();
        Thread worker = new Thread(work, "import");
        worker.setDaemon(true);
        worker.start();
        thread = Optional.of(worker);
    }

    private synchronized void requireOpen() {
        if (stopping) {
            throw new Failure(Failure.Kind.BUSY, "the server was stopped; import again to complete it");
        }
    }

    /** How far an import is, while this server works on it. */
    synchronized Optional<Progress> progress(long run) {
        return progress.filter(now -> now.run() == run);
    }

    /** Whether one more may listen; if so, it must leave. */
    boolean listen() {
        return listeners.tryAcquire();
    }

    void leave() {
        listeners.release();
    }

    /**
     * Waits until something may have changed, or for a while.
     *
     * @return whether the server goes on
     */
    synchronized boolean awaitNews(Duration atMost) {
        try {
            if (!stopped) {
                wait(atMost.toMillis());
            }
            return !stopped;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private synchronized void tell(Optional<Progress> now) {
        progress = now;
        notifyAll();
    }

    /** Breaks off what is going on, and waits for it and for those who listen to hear of it. */
    void stop() {
        Optional<Thread> worker;
        synchronized (this) {
            stopping = true;
            worker = thread;
        }
        try {
            if (worker.isPresent()) {
                end(worker.get());
            }
            synchronized (this) {
                stopped = true;
                notifyAll();
            }
            if (listeners.tryAcquire(MOST_LISTENERS, FAREWELL.toMillis(), TimeUnit.MILLISECONDS)) {
                listeners.release(MOST_LISTENERS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void end(Thread worker) throws InterruptedException {
        worker.join(PATIENCE.toMillis());
        if (worker.isAlive()) {
            worker.interrupt();
            worker.join(PATIENCE.toMillis());
        }
    }

    private final class Watch implements StartImport.Listener {

        private final Runnable atLast;
        private long run;

        Watch(Runnable atLast) {
            this.atLast = atLast;
        }

        @Override
        public void began(long number) {
            run = number;
            progress(0, 0, OptionalLong.empty());
        }

        @Override
        public void progress(long rows, long bytesRead, OptionalLong totalBytes) {
            requireOpen();
            tell(Optional.of(new Progress(run, rows, bytesRead, totalBytes)));
        }

        @Override
        public void ended(Optional<Throwable> fault) {
            atLast.run();
            tell(Optional.empty());
            fault.filter(why -> !(why instanceof Failure)).ifPresent(why -> LOG.error("import {} failed", run, why));
        }
    }
}
