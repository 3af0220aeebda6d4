package io.virality.web;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.virality.application.Failure;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Turns away what other web sites make a browser send to this machine: requests under a foreign name that was made to
 * point here (DNS rebinding), and requests of foreign pages.
 */
final class Gatekeeper implements Handler {

    private final boolean local;

    private Gatekeeper(boolean local) {
        this.local = local;
    }

    /**
     * For a server that listens at an address. At a loopback address it answers to this machine's own names only.
     *
     * @throws Failure {@code INVALID_INPUT} if there is no such address
     */
    static Gatekeeper listeningAt(String host) {
        try {
            return new Gatekeeper(InetAddress.getByName(host).isLoopbackAddress());
        } catch (UnknownHostException e) {
            throw new Failure(Failure.Kind.INVALID_INPUT, "no such address to listen at: '" + host + "'", e);
        }
    }

    /**
     * Lets a request pass.
     *
     * @throws HttpResponseException if it does not
     */
    @Override
    public void handle(Context context) {
        String host = Objects.requireNonNullElse(context.header("Host"), "");
        int port = context.req().getLocalPort();
        if (local && !isThisMachine(host, port)) {
            throw new HttpResponseException(
                    HttpStatus.MISDIRECTED_REQUEST.getCode(), "this server answers to localhost:" + port + " only");
        }
        String origin = context.header("Origin");
        // Whatever the method: no page of another origin has business here.
        if (origin != null && !isSame(origin, host)) {
            throw new HttpResponseException(HttpStatus.FORBIDDEN.getCode(), "pages of another origin are not answered");
        }
    }

    private static boolean isThisMachine(String host, int port) {
        return Stream.of("localhost", "127.0.0.1", "[::1]")
                .anyMatch(
                        name -> host.equalsIgnoreCase(name + ":" + port) || port == 80 && host.equalsIgnoreCase(name));
    }

    private static boolean isSame(String origin, String host) {
        return origin.equalsIgnoreCase("http://" + host) || origin.equalsIgnoreCase("https://" + host);
    }
}
