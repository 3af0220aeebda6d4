package io.virality.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.virality.application.Failure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemsTest {

    @RegisterExtension
    private final RunningServer server = new RunningServer();

    @ParameterizedTest
    @CsvSource({
        "INVALID_INPUT, 400, invalid-input, Invalid input",
        "IMPOSSIBLE_INPUT, 422, impossible-input, Impossible input",
        "NOT_FOUND, 404, not-found, Not found",
        "CONFLICT, 409, conflict, Conflict",
        "TOO_LARGE, 413, too-large, Too large",
        "UNSUPPORTED, 415, unsupported, Unsupported",
        "TOO_MANY, 429, too-many, Too many",
        "INFEASIBLE, 422, infeasible, Infeasible",
        "SOURCE_UNAVAILABLE, 502, source-unavailable, Source unavailable",
        "BUSY, 503, busy, Busy",
        "INTERNAL, 500, internal, Internal"
    })
    void each_kind_of_failure_has_its_status_and_code(Failure.Kind kind, int status, String code, String title) {
        server.ports().fail(new Failure(kind, "the “reason”"));
        HttpResponse<String>[] answers = newAnswer();

        String log = loggedDuring(() -> answers[0] = server.get("/api/v1/dataset"));

        HttpResponse<String> answer = answers[0];
        String id = answer.headers().firstValue("X-Request-Id").orElseThrow();
        assertEquals(status, answer.statusCode());
        assertEquals(
                "application/problem+json",
                answer.headers().firstValue("Content-Type").orElseThrow());
        assertEquals(
                "{\"type\":\"urn:virality:problem:" + code + "\",\"title\":\"" + title + "\",\"status\":" + status
                        + ",\"detail\":\"the “reason”\",\"instance\":\"/api/v1/dataset\",\"code\":\"" + code
                        + "\",\"requestId\":\"" + id + "\"}",
                answer.body());
        assertEquals(kind == Failure.Kind.INTERNAL, log.contains(id), log);
    }

    @Test
    void an_unexpected_exception_is_in_the_log_and_not_in_the_answer() {
        server.ports().fail(new IllegalStateException("secret path /etc/shadow"));
        HttpResponse<String>[] answer = newAnswer();

        String log = loggedDuring(() -> answer[0] = server.get("/api/v1/dataset"));

        JsonNode problem = RunningServer.parse(answer[0].body());
        assertEquals(500, answer[0].statusCode());
        assertEquals("internal", problem.get("code").asText());
        assertFalse(answer[0].body().contains("secret"), answer[0].body());
        assertTrue(log.contains(problem.get("requestId").asText()), log);
        assertTrue(log.contains("secret path"), log);
    }

    @Test
    void an_error_of_the_virtual_machine_is_a_problem_too() {
        server.ports().breakDown(new StackOverflowError("secret"));
        HttpResponse<String>[] answer = newAnswer();

        String log = loggedDuring(() -> answer[0] = server.get("/api/v1/dataset"));

        JsonNode problem = RunningServer.parse(answer[0].body());
        assertEquals(500, answer[0].statusCode());
        assertEquals(500, problem.get("status").asInt());
        assertFalse(answer[0].body().contains("secret"), answer[0].body());
        assertTrue(log.contains(problem.get("requestId").asText()), log);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nowhere",
                "/api/v1/nothing",
                "/api/v1/creators/ada/friends",
                "/vendor/echarts/0.0.0/echarts.esm.min.js",
                "/META-INF/MANIFEST.MF",
                "/WEB-INF/web.xml",
                "/io/virality/web/WebServer.class"
            })
    void what_is_not_there_is_not_found(String path) {
        HttpResponse<String> answer = server.get(path);
        assertEquals(404, answer.statusCode());
        assertProblem(404, "not-found", answer.body());
        assertEquals(path, RunningServer.parse(answer.body()).get("instance").asText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "OPTIONS"})
    void another_method_is_refused_with_those_that_are_allowed(String method) {
        HttpResponse<String> answer = server.send(method, "/api/v1/creators");
        assertEquals(405, answer.statusCode());
        assertEquals("GET, HEAD", answer.headers().firstValue("Allow").orElseThrow());
        assertProblem(405, "method-not-allowed", answer.body());
    }

    @Test
    void a_browser_that_asks_for_a_page_gets_the_same_problem() {
        assertProblem(
                405,
                "method-not-allowed",
                server.send("POST", "/health", "Accept", "text/html").body());
    }

    @Test
    void a_head_request_is_answered_without_a_body() {
        HttpResponse<String> answer = server.send("HEAD", "/health");
        assertEquals(200, answer.statusCode());
        assertEquals("", answer.body());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET /api/v1/creators?region=%zz HTTP/1.1        | 400 | invalid-input",
                "GET /api/v1/creators?%zz=1 HTTP/1.1             | 400 | invalid-input",
                "GET /api/v1/creators/%2e%2e/insights HTTP/1.1   | 400 | invalid-input",
                "GET /api/v1/creators/a%2fb HTTP/1.1             | 400 | invalid-input",
                "GET /../../etc/passwd HTTP/1.1                  | 400 | invalid-input",
                "BREW /health HTTP/1.1                           | 405 | method-not-allowed",
                "nonsense                                        | 400 | invalid-input",
            })
    void a_broken_request_is_a_problem_with_all_headers(String requestLine, int status, String code)
            throws IOException {
        assertRawProblem(
                status,
                code,
                server.raw(requestLine + "\r\nHost: localhost:" + server.port() + "\r\nConnection: close\r\n\r\n"));
    }

    @Test
    void a_request_without_a_host_is_a_problem() throws IOException {
        assertRawProblem(400, "invalid-input", server.raw("GET /health HTTP/1.1\r\nConnection: close\r\n\r\n"));
    }

    @Test
    void an_address_or_headers_without_end_are_refused() throws IOException {
        String much = "a".repeat(9_000);
        String end = " HTTP/1.1\r\nHost: localhost:" + server.port() + "\r\nConnection: close\r\n";
        assertRawProblem(414, "uri-too-long", server.raw("GET /health?" + much + end + "\r\n"));
        assertRawProblem(
                431,
                "request-header-fields-too-large",
                server.raw("GET /health" + end + "X-Much: " + much + "\r\n\r\n"));
    }

    private static void assertRawProblem(int status, String code, String answer) {
        assertTrue(answer.startsWith("HTTP/1.1 " + status), answer);
        assertTrue(answer.contains("Content-Type: application/problem+json"), answer);
        assertTrue(answer.contains("Content-Security-Policy: default-src 'self'"), answer);
        assertTrue(answer.contains("X-Request-Id: "), answer);
        assertProblem(status, code, answer.substring(answer.indexOf("\r\n\r\n") + 4));
    }

    private static void assertProblem(int status, String code, String body) {
        JsonNode problem = RunningServer.parse(body);
        assertEquals(status, problem.get("status").asInt(), body);
        assertEquals(code, problem.get("code").asText(), body);
    }

    @SuppressWarnings("unchecked")
    private static HttpResponse<String>[] newAnswer() {
        return (HttpResponse<String>[]) new HttpResponse<?>[1];
    }

    /** The test's logger writes to standard error. */
    private static String loggedDuring(Runnable work) {
        PrintStream original = System.err;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        try {
            work.run();
        } finally {
            System.setErr(original);
        }
        return log.toString(StandardCharsets.UTF_8);
    }
}
