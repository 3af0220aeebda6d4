package io.virality.ingest.tiktok;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.virality.spi.Source;
import io.virality.spi.SourceContract;
import io.virality.spi.SourceException;
import io.virality.spi.SourceFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ResearchSourceFactoryTest extends SourceContract {

    private ResearchRun run;

    @BeforeEach
    void start() throws SourceException {
        run = new ResearchRun(Map.of());
    }

    @AfterEach
    void stop() {
        run.close();
    }

    @Override
    protected SourceFactory factory() {
        return run.factory();
    }

    @Override
    protected Map<String, String> properties() {
        return run.properties(
                Map.of("regions", "US,BR,MX", "startDate", "2026-06-20", "endDate", "2026-06-30", "profiles", "none"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    usernames   | a      | baseUrl   | http://example.org       | https
                    usernames   | a      | baseUrl   | https://me:you@a.example | https
                    usernames   | a      | baseUrl   | nonsense                 | https
                    hashtags    | a      | endDate   | 2026-06-01               | startDate
                    startDate   | 2026-06-02 | endDate | 2026-06-01             | startDate
                    query       | [1]    | startDate | 2026-06-01               | query
                    query       | {"and":1} | startDate | 2026-06-01            | query
                    startDate   | 2026-06-01 | endDate | 2026-06-02             | say what to read
                    usernames   | a      | profiles  | all                      | profiles
                    usernames   | a      | dailyRequests | 0                    | dailyRequests
                    usernames   | a      | observedAt | 2026-06-30T23:00:00Z    | mock server
                    usernames   | a      | observedAt | yesterday               | observedAt
                    """)
    void impossible_properties_are_the_users_mistake(
            String one, String value, String other, String otherValue, String named) {
        SourceException refusal = assertThrows(
                SourceException.class, () -> factory().create("research", Map.of(one, value, other, otherValue)));
        assertEquals(SourceException.Turn.USER, refusal.turn());
        assertTrue(refusal.getMessage().contains(named), refusal.getMessage());
    }

    @Test
    void without_its_secrets_it_says_which_are_missing() {
        SourceException refusal =
                assertThrows(SourceException.class, () -> factory().create("research", Map.of("usernames", "a")));
        assertEquals(SourceException.Turn.USER, refusal.turn());
        assertTrue(refusal.getMessage().contains("TIKTOK_CLIENT_KEY"), refusal.getMessage());
    }

    @Test
    void secrets_are_in_no_message_and_in_no_text_of_its_parts() {
        Map<String, String> secrets = Map.of("TIKTOK_CLIENT_KEY", "key-key", "TIKTOK_CLIENT_SECRET", "hush-hush");
        TikTokClients clients = new TikTokClients(secrets, run.time, run.time, new Random(1));
        assertFalse(clients.toString().contains("hush"), clients.toString());
        SourceException refusal = assertThrows(
                SourceException.class,
                () -> ResearchRun.rows(
                        new ResearchSourceFactory(clients)
                                .create(
                                        "research",
                                        Map.of(
                                                "usernames",
                                                "a",
                                                "baseUrl",
                                                "https://tiktok.invalid",
                                                "timeoutSeconds",
                                                "5")),
                        Optional.empty()));
        for (Throwable cause = refusal; cause != null; cause = cause.getCause()) {
            assertFalse(cause.toString().contains("hush"), cause.toString());
            assertFalse(cause.toString().contains("key-key"), cause.toString());
        }
    }

    @Test
    void a_server_on_this_machine_is_never_sent_the_applications_secrets() throws Exception {
        Map<String, String> secrets = Map.of("TIKTOK_CLIENT_KEY", "key-key", "TIKTOK_CLIENT_SECRET", "hush-hush");
        List<String> received = new CopyOnWriteArrayList<>();
        HttpServer spy = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        spy.createContext("/", exchange -> {
            received.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(400, -1);
            exchange.close();
        });
        spy.start();
        try {
            TikTokClients clients = new TikTokClients(secrets, run.time, run.time, new Random(1));
            Source source = new ResearchSourceFactory(clients)
                    .create(
                            "research",
                            Map.of(
                                    "usernames",
                                    "a",
                                    "baseUrl",
                                    "http://127.0.0.1:" + spy.getAddress().getPort()));
            assertThrows(SourceException.class, () -> ResearchRun.rows(source, Optional.empty()));
        } finally {
            spy.stop(0);
        }
        assertTrue(received.get(0).contains("client_secret=mock"), received.toString());
        assertFalse(received.toString().contains("hush") || received.toString().contains("key-key"));
    }
}
