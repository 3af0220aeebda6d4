package io.virality.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.NotFoundResponse;
import io.javalin.http.staticfiles.StaticFileConfig;
import io.javalin.router.Endpoint;
import io.javalin.util.JavalinException;
import io.javalin.util.JavalinLogger;
import io.virality.application.Failure;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Serves the API and the dashboard. */
public final class WebServer {

    /** Line and headers of a request together: more is nobody's search. */
    private static final int LARGEST_HEAD = 8 * 1024;

    private static final int LARGEST_FILE = 1 << 20;

    static final long LARGEST_BODY = 64 * 1024;

    /** The store answers few questions at once; more threads would only wait. */
    private static final int MOST_THREADS = 24;

    private static final int FEWEST_THREADS = 4;

    private static final int LAST_PORT = 65_535;

    private final Set<Routes> routes;
    private final BackgroundImports imports;
    private Javalin javalin;

    @Inject
    WebServer(Set<Routes> routes, BackgroundImports imports) {
        this.routes = routes;
        this.imports = imports;
    }

    /**
     * Starts to listen.
     *
     * @param host the address to listen at; at a loopback address only this machine's own pages are answered
     * @param port 0 for any free one
     * @throws Failure {@code BUSY} if something else listens there, {@code INVALID_INPUT} if nobody can
     */
    public void start(String host, int port) {
        if (port < 0 || port > LAST_PORT) {
            throw Failure.invalid("a port is a number from 0 to " + LAST_PORT + ", not " + port);
        }
        // What Javalin would log we say ourselves: as a failure or as a problem.
        JavalinLogger.enabled = false;
        Gatekeeper gatekeeper = Gatekeeper.listeningAt(host);
        // Not before now: a server that is created and not started keeps threads.
        Javalin created = Javalin.create(config -> configure(config, gatekeeper));
        try {
            javalin = created.start(host, port);
        } catch (JavalinException e) {
            throw cannotListen(host, port, e);
        }
    }

    private static Failure cannotListen(String host, int port, JavalinException e) {
        Throwable reason = e;
        while (reason.getCause() != null) {
            reason = reason.getCause();
        }
        String message = String.valueOf(reason.getMessage());
        return message.contains("in use")
                ? new Failure(
                        Failure.Kind.BUSY,
                        "port " + port + " is in use: stop the program that has it, or choose another one with --port",
                        e)
                : new Failure(
                        Failure.Kind.INVALID_INPUT, "cannot listen at " + host + ", port " + port + ": " + message, e);
    }

    /** The port it listens at. */
    public int port() {
        return javalin.port();
    }

    /** Breaks off an import that it works on, and stops to listen. */
    public void stop() {
        imports.stop();
        javalin.stop();
    }

    private void configure(JavalinConfig config, Gatekeeper gatekeeper) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.prefer405over404 = true;
        config.http.maxRequestSize = LARGEST_BODY;
        config.router.javaLangErrorHandler(Problems::failed);
        config.jetty.threadPool = new QueuedThreadPool(MOST_THREADS, FEWEST_THREADS);
        config.jetty.modifyServer(server -> server.setErrorHandler(Problems::malformed));
        config.jetty.modifyServletContextHandler(context -> context.setErrorHandler(Problems::malformed));
        config.jetty.modifyHttpConfiguration(WebServer::limit);

        config.staticFiles.add(WebServer::dashboard);

        config.routes.before(context -> StandardHeaders.set(context::header));
        config.routes.before(gatekeeper);
        routes.stream()
                .flatMap(resource -> resource.operations().stream())
                .forEach(operation -> config.routes.addEndpoint(
                        Endpoint.create(operation.method(), operation.path()).handler(operation::handle)));
        config.routes.get("/vendor/echarts/{version}/echarts.esm.min.js", WebServer::charts);
        config.routes.exception(Failure.class, Problems::refused);
        config.routes.exception(HttpResponseException.class, Problems::unmatched);
        config.routes.exception(Exception.class, Problems::failed);
    }

    private static void limit(HttpConfiguration http) {
        http.setRequestHeaderSize(LARGEST_HEAD);
        http.setUriCompliance(UriCompliance.DEFAULT);
    }

    private static void dashboard(StaticFileConfig files) {
        files.directory = "/public";
        files.headers = Map.of("Cache-Control", "no-cache");
        // Compressed once, not for each visit.
        files.precompressMaxSize = LARGEST_FILE;
    }

    /** ECharts as its artifact packs it: one module. The address holds the version, so it may be kept for ever. */
    private static void charts(Context context) {
        InputStream module = WebServer.class.getResourceAsStream(
                "/META-INF/resources/_static/echarts/" + context.pathParam("version") + "/dist/echarts.esm.min.js");
        if (module == null) {
            throw new NotFoundResponse("there is no such version of ECharts here");
        }
        context.contentType("text/javascript")
                .header("Cache-Control", "public, max-age=31536000, immutable")
                .header("Vary", "Accept-Encoding")
                .result(module);
    }
}
