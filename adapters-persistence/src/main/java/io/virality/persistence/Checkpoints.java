package io.virality.persistence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Copies what was committed from SQLite's log into the file on a thread of its own, so that an import does not wait for it.
 * Nobody who reads or writes meanwhile is held up.
 */
final class Checkpoints implements AutoCloseable {

    /** What is written by hand never comes to so much. */
    private static final long LARGE_LOG = 16L << 20;

    private static final long LONGEST_SECONDS = 60;

    /** Opens a connection. */
    @FunctionalInterface
    interface Opening {
        Connection open() throws SQLException;
    }

    private final Path log;
    private final Opening opening;
    private final AtomicBoolean underWay = new AtomicBoolean();
    private ExecutorService thread;
    private Connection connection;

    /** @param opening opens a connection of the thread's own */
    Checkpoints(Path file, Opening opening) {
        this.log = file.resolveSibling(file.getFileName() + "-wal");
        this.opening = opening;
    }

    /** Begins to copy, if there is much to copy and nothing is being copied yet. */
    synchronized void begin() {
        if (!isLarge() || !underWay.compareAndSet(false, true)) {
            return;
        }
        if (thread == null) {
            thread = Executors.newSingleThreadExecutor(work -> {
                Thread copying = new Thread(work, "checkpoints");
                copying.setDaemon(true);
                return copying;
            });
        }
        thread.execute(this::copy);
    }

    private boolean isLarge() {
        try {
            return Files.size(log) >= LARGE_LOG;
        } catch (IOException e) {
            return false;
        }
    }

    private void copy() {
        try {
            if (connection == null) {
                connection = opening.open();
            }
            try (Statement statement = connection.createStatement()) {
                statement.execute("pragma wal_checkpoint(passive)");
            }
        } catch (SQLException e) {
            // The log keeps what is committed. What prevented the copy is told to whoever writes next.
        } finally {
            underWay.set(false);
        }
    }

    @Override
    public synchronized void close() throws SQLException {
        if (thread == null) {
            return;
        }
        thread.shutdown();
        try {
            thread.awaitTermination(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (connection != null) {
            connection.close();
        }
    }
}
