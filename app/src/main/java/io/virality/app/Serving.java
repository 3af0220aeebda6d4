package io.virality.app;

import com.google.inject.Injector;
import io.virality.application.Failure;
import io.virality.application.port.Transactions;
import io.virality.web.WebServer;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.concurrent.locks.LockSupport;

/** Runs the server until the process is asked to end. */
final class Serving implements AutoCloseable {

    private final WebServer server;

    private Serving(WebServer server) {
        this.server = server;
    }

    /** @throws Failure {@code UNSUPPORTED} if the address is not one of this machine alone */
    static Serving start(Injector injector, String host, int port) {
        requireThisMachine(host);
        // Opens the database first: one that cannot be opened is said at once, not to the first visitor.
        injector.getInstance(Transactions.class).run(() -> {});
        WebServer server = injector.getInstance(WebServer.class);
        server.start(host, port);
        FirstVisit.begin(URI.create("http://" + literal(host) + ":" + server.port() + "/"));
        return new Serving(server);
    }

    /** Whoever reaches the server can read all data and start imports: nothing yet asks strangers for a token. */
    private static void requireThisMachine(String host) {
        boolean reachable;
        try {
            reachable = !InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new Failure(Failure.Kind.INVALID_INPUT, "there is no address '" + host + "': use 127.0.0.1", e);
        }
        if (reachable) {
            throw new Failure(
                    Failure.Kind.UNSUPPORTED,
                    "cannot serve on " + host + ": others could reach it, and there is no access token yet; use"
                            + " 127.0.0.1 and a tunnel");
        }
    }

    private static String literal(String host) {
        return host.contains(":") ? "[" + host + "]" : host;
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
