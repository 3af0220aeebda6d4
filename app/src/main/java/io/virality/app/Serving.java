package io.virality.app;

import com.google.inject.Injector;
import io.virality.application.port.Transactions;
import io.virality.web.WebServer;
import java.util.concurrent.locks.LockSupport;

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

    /** Serves until Ctrl-C or a kill, then stops in good order and does what is left to do. */
    void untilStopped(Runnable atLast) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            close();
            atLast.run();
        }));
        while (true) {
            LockSupport.park();
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
