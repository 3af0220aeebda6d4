package io.virality.app;

import com.google.inject.Injector;
import io.virality.application.port.Transactions;
import io.virality.web.WebServer;

/** Runs the server until the process is asked to end. */
final class Serving implements AutoCloseable {

    private final WebServer server;

    private Serving(WebServer server) {
        this.server = server;
    }

    static Serving start(Injector injector, String host, int port) {
        // Opens the database first: one that cannot be opened is said at once, not to the first visitor.
        injector.getInstance(Transactions.class).run(() -> {});
        WebServer server = injector.getInstance(WebServer.class);
        server.start(host, port);
        return new Serving(server);
    }

    int port() {
        return server.port();
    }

    /** Waits for Ctrl-C or a kill, then stops in good order. */
    static void untilStopped() {
        Thread waiting = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            waiting.interrupt();
            join(waiting);
        }));
        try {
            Thread.sleep(Long.MAX_VALUE);
        } catch (InterruptedException e) {
            // That is the sign to stop.
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join(5_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
