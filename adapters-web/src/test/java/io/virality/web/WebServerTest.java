package io.virality.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.virality.application.Failure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebServerTest {

    private static final Pattern EXPORT = Pattern.compile("export \\* from '(/vendor/echarts/[0-9.]+/[^']+)';");

    @RegisterExtension
    private final RunningServer server = new RunningServer();

    @ParameterizedTest
    @CsvSource({
        "/health, 200, no-store",
        "/api/v1/creators, 200, no-store",
        "/nowhere, 404, no-store",
        "/vendor/echarts.js, 200, no-cache"
    })
    void every_answer_has_the_headers_that_keep_a_browser_safe(String path, int status, String cacheControl) {
        HttpResponse<String> answer = server.get(path);
        assertEquals(status, answer.statusCode());
        assertHeader(
                answer,
                "Content-Security-Policy",
                "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; object-src 'none';"
                        + " base-uri 'none'; frame-ancestors 'none'");
        assertHeader(answer, "X-Content-Type-Options", "nosniff");
        assertHeader(answer, "Referrer-Policy", "no-referrer");
        assertHeader(answer, "Cache-Control", cacheControl);
    }

    @Test
    void every_request_has_an_id_of_its_own() {
        String first =
                server.get("/health").headers().firstValue("X-Request-Id").orElseThrow();
        String second =
                server.get("/health").headers().firstValue("X-Request-Id").orElseThrow();
        assertTrue(first.matches("[0-9a-f]{16}"), first);
        assertNotEquals(first, second);
    }

    @Test
    void echarts_has_a_stable_address_that_leads_to_the_one_with_its_version() throws IOException {
        HttpResponse<String> alias = server.get("/vendor/echarts.js");
        assertHeader(alias, "Content-Type", "text/javascript");
        assertTrue(alias.headers().firstValue("ETag").isPresent());
        Matcher export = EXPORT.matcher(alias.body());
        assertTrue(export.find(), alias.body());

        HttpResponse<byte[]> plain = server.send("GET", export.group(1), BodyHandlers.ofByteArray());
        assertEquals(200, plain.statusCode());
        assertHeader(plain, "Content-Type", "text/javascript");
        assertHeader(plain, "Cache-Control", "public, max-age=31536000, immutable");
        assertTrue(plain.body().length > 1_000_000, plain.body().length + " bytes");

        HttpResponse<byte[]> packed =
                server.send("GET", export.group(1), BodyHandlers.ofByteArray(), "Accept-Encoding", "gzip");
        assertHeader(packed, "Content-Encoding", "gzip");
        assertTrue(packed.body().length < plain.body().length / 2, packed.body().length + " bytes");
        try (InputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
            assertArrayEquals(plain.body(), unpacked.readAllBytes());
        }
    }

    @Test
    void a_file_that_did_not_change_is_not_sent_again() {
        String tag =
                server.get("/vendor/echarts.js").headers().firstValue("ETag").orElseThrow();
        assertEquals(304, server.get("/vendor/echarts.js", "If-None-Match", tag).statusCode());
    }

    @Test
    void a_port_that_is_taken_is_named_together_with_the_way_out() {
        WebServer second = server();
        Failure failure = assertThrows(Failure.class, () -> second.start("127.0.0.1", server.port()));
        assertEquals(Failure.Kind.BUSY, failure.kind());
        assertEquals(
                "port " + server.port() + " is in use: stop the program that has it, or choose another one with --port",
                failure.getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "127.0.0.1         | 70000 | a port is a number from 0 to 65535, not 70000",
                "127.0.0.1         | -1    | a port is a number from 0 to 65535, not -1",
                "[nonsense]        | 0     | no such address to listen at: '[nonsense]'",
                "192.0.2.7         | 0     | cannot listen at 192.0.2.7, port 0: "
            })
    void an_impossible_address_is_the_callers_mistake(String host, int port, String message) {
        WebServer server = server();
        Failure failure = assertThrows(Failure.class, () -> server.start(host, port));
        assertEquals(Failure.Kind.INVALID_INPUT, failure.kind());
        assertTrue(failure.getMessage().startsWith(message), failure.getMessage());
    }

    @Test
    void a_stopped_server_gives_its_port_back() {
        WebServer first = server();
        first.start("127.0.0.1", 0);
        int port = first.port();
        first.stop();

        WebServer second = server();
        second.start("127.0.0.1", port);
        assertEquals(port, second.port());
        second.stop();
    }

    private static WebServer server() {
        return RunningServer.injector(new StubbedPorts()).getInstance(WebServer.class);
    }

    private static void assertHeader(HttpResponse<?> answer, String name, String value) {
        assertEquals(value, answer.headers().firstValue(name).orElse("none"), name);
    }
}
