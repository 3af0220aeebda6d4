package io.virality.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GatekeeperTest {

    @Nested
    class A_server_on_this_machine {

        @RegisterExtension
        private final RunningServer server = new RunningServer();

        @ParameterizedTest
        @ValueSource(strings = {"localhost", "LocalHost", "127.0.0.1", "[::1]"})
        void answers_to_this_machines_names(String name) throws IOException {
            assertEquals(200, status("/health", name + ":" + server.port()));
        }

        @ParameterizedTest
        @ValueSource(strings = {"/health", "/api/v1/creators", "/vendor/echarts.js", "/nowhere"})
        void does_not_answer_to_a_name_that_was_made_to_point_here(String path) throws IOException {
            String answer = ask("GET", path, "evil.example:" + server.port(), "");
            assertTrue(answer.startsWith("HTTP/1.1 421"), answer);
            assertTrue(answer.contains("\"code\":\"misdirected-request\""), answer);
            assertTrue(answer.contains("this server answers to localhost:" + server.port() + " only"), answer);
        }

        @ParameterizedTest
        @ValueSource(strings = {"localhost", "localhost:1", "localhost.evil.example:%d", "127.0.0.1.evil.example:%d"})
        void does_not_answer_to_a_name_that_only_looks_like_its_own(String host) throws IOException {
            assertEquals(421, status("/health", String.format(host, server.port())));
        }

        @ParameterizedTest
        @CsvSource({"http://localhost:%d, 405", "https://evil.example, 403", "http://localhost:1, 403", "null, 403"})
        void does_not_let_pages_of_another_origin_change_anything(String origin, int status) {
            String given = String.format(origin, server.port());
            String own = given.replace("localhost:" + server.port(), "127.0.0.1:" + server.port());
            assertEquals(
                    status,
                    server.send("POST", "/api/v1/creators", "Origin", own).statusCode());
        }

        @Test
        void is_not_fooled_by_a_method_in_a_header() {
            assertEquals(
                    403,
                    server.get("/api/v1/creators", "Origin", "https://evil.example", "X-HTTP-Method-Override", "POST")
                            .statusCode());
        }

        private int status(String path, String host) throws IOException {
            return Integer.parseInt(ask("GET", path, host, "").substring(9, 12));
        }

        private String ask(String method, String path, String host, String headers) throws IOException {
            return server.raw(method + " " + path + " HTTP/1.1\r\nHost: " + host + "\r\n" + headers
                    + "Connection: close\r\n\r\n");
        }
    }

    @Nested
    class A_server_for_others {

        @RegisterExtension
        private final RunningServer server = new RunningServer("0.0.0.0");

        @Test
        void answers_to_any_name_but_not_to_pages_of_another_origin() throws IOException {
            assertTrue(ask("").startsWith("HTTP/1.1 200"));
            assertTrue(ask("Origin: https://analytics.example\r\n").startsWith("HTTP/1.1 200"));
            assertTrue(ask("Origin: https://evil.example\r\n").startsWith("HTTP/1.1 403"));
        }

        private String ask(String headers) throws IOException {
            return server.raw(
                    "GET /health HTTP/1.1\r\nHost: analytics.example\r\n" + headers + "Connection: close\r\n\r\n");
        }
    }
}
