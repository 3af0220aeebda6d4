package io.virality.ingest.tiktok;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.virality.spi.SourceException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A mock of TikTok's Research, Display and OAuth API over the simulated world, on this machine only. Equal settings and
 * equal calls give equal answers. What it does and what can go wrong stands in {@code docs/tiktok.md}.
 */
public final class MockTikTokServer implements AutoCloseable {

    static {
        // Else each answer waits for an acknowledgement: forty milliseconds, read once by the JDK's server.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private static final int LARGEST_REQUEST = 1 << 20;
    private static final int THREADS = 4;

    private final SimulatedWorld world;
    private final MockTikTok tiktok;
    private final Duration slowness;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, work -> {
        Thread thread = new Thread(work, "mock-tiktok");
        thread.setDaemon(true);
        return thread;
    });

    private MockTikTokServer(SimulatedWorld world, MockTikTok tiktok, Duration slowness, HttpServer server) {
        this.world = world;
        this.tiktok = tiktok;
        this.slowness = slowness;
        this.server = server;
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    /**
     * Starts a server.
     *
     * @param port 0 for any free one
     * @param world the properties of a {@code mock-tiktok} source: seed, creators, days, until
     * @param faults the properties of a fault plan; none for a server in good order
     * @param clock tells when tokens end and days begin
     * @throws SourceException if a property is unknown or impossible, or the port is taken
     */
    public static MockTikTokServer start(int port, Map<String, String> world, Map<String, String> faults, Clock clock)
            throws SourceException {
        FaultPlan plan = FaultPlan.of(faults);
        SimulatedWorld simulated = SimulationSettings.world(world, clock);
        MockTikTok tiktok = new MockTikTok(simulated, plan, clock);
        try {
            return new MockTikTokServer(
                    simulated,
                    tiktok,
                    plan.slowness(),
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0));
        } catch (IOException | IllegalArgumentException e) {
            throw new SourceException(
                    SourceException.Turn.SOURCE, "port " + port + " cannot be used: choose another --port", e);
        }
    }

    /** The port that it listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    /**
     * The properties with which a source of type {@code tiktok-research} reads the world's newest day from here: the
     * profiles of all creators, and the videos of that day and the one before.
     */
    public Map<String, String> newestDay() {
        Instant present = world.observedAt(world.days() - 1);
        LocalDate today = LocalDate.ofInstant(present, ZoneOffset.UTC);
        String handles = IntStream.range(0, world.creators())
                .mapToObj(creator -> world.creator(creator).persona().handle())
                .collect(Collectors.joining(","));
        String unlimited = Integer.toString(Integer.MAX_VALUE);
        return Map.of(
                "baseUrl",
                "http://127.0.0.1:" + port(),
                "usernames",
                handles,
                "startDate",
                today.minusDays(1).toString(),
                "endDate",
                today.toString(),
                ResearchQuestion.OBSERVED_AT,
                present.toString(),
                "dailyRequests",
                unlimited,
                "dailyRecords",
                unlimited,
                "requestsPerMinute",
                "1000000");
    }

    /** What it was asked and did. */
    MockTikTok tiktok() {
        return tiktok;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readNBytes(LARGEST_REQUEST);
            String query = exchange.getRequestURI().getRawQuery();
            MockTikTok.Reply reply = tiktok.answer(new MockCall(
                    exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath(),
                    query == null ? "" : query,
                    bearer(exchange),
                    new String(body, StandardCharsets.UTF_8)));
            if (reply.late()) {
                Thread.sleep(slowness.toMillis());
            }
            byte[] text = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", reply.type() + "; charset=utf-8");
            exchange.sendResponseHeaders(reply.status(), text.length == 0 ? -1 : text.length);
            exchange.getResponseBody().write(text);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Optional<String> bearer(HttpExchange exchange) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                .filter(value -> value.startsWith("Bearer "))
                .map(value -> value.substring("Bearer ".length()));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
