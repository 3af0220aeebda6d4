package io.virality.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.virality.domain.ingest.ImportRun;
import io.virality.domain.ingest.Rejection;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImportRoutesTest {

    @RegisterExtension
    private final RunningServer server = new RunningServer();

    @Test
    void a_configured_source_is_imported_in_the_background() {
        HttpResponse<String> answer = start("{\"source\": \"survey\"}");
        assertEquals(202, answer.statusCode(), answer.body());
        assertEquals(
                "/api/v1/imports/1", answer.headers().firstValue("Location").orElseThrow());
        JsonNode run = RunningServer.parse(answer.body());
        assertEquals("1", run.get("id").asText());
        assertEquals("running", run.get("state").asText());
        assertEquals("running", server.json("/api/v1/imports/1").get("state").asText());

        server.ports().sources().let(12_000);
        Event last = last(events(1));
        assertEquals("finished", last.type());
        assertEquals(12_000, last.data().get("stored").asInt());

        JsonNode list = server.json("/api/v1/imports");
        assertEquals(1, list.get("total").asInt());
        assertEquals("finished", list.get("imports").get(0).get("state").asText());
        assertEquals(12_000, list.get("imports").get(0).get("read").asInt());
    }

    @Test
    void whoever_listens_hears_how_it_gets_on() {
        start("{\"source\": \"survey\"}");
        try (Stream<Event> stream = events(1)) {
            Iterator<Event> events = stream.iterator();
            Event first = events.next();
            assertEquals("progress", first.type());
            assertEquals(0, first.data().get("rows").asInt());

            server.ports().sources().let(11_999);
            List<Integer> rows = new ArrayList<>();
            while (rows.isEmpty() || rows.get(rows.size() - 1) == 0) {
                Event next = events.next();
                assertEquals("progress", next.type());
                rows.add(next.data().get("rows").asInt());
            }
            assertEquals(rows.stream().sorted().toList(), rows);

            server.ports().sources().let(1);
            Event end = events.next();
            while (end.type().equals("progress")) {
                assertEquals(12_000, end.data().get("totalBytes").asInt());
                end = events.next();
            }
            assertEquals("finished", end.type());
            assertFalse(events.hasNext());
        }
    }

    @Test
    void an_import_that_ended_has_one_last_event() {
        server.ports().sources().let(12_000);
        start("{\"source\": \"survey\"}");
        last(events(1));
        assertEquals(List.of("finished"), events(1).map(Event::type).toList());
    }

    @Test
    void an_import_that_breaks_off_says_why() {
        start("{\"source\": \"broken\"}");
        Event last = last(events(1));
        assertEquals("failed", last.type());
        assertEquals("the source is down", last.data().get("fault").asText());
        assertEquals("broken-off", server.json("/api/v1/imports/1").get("state").asText());
    }

    @Test
    void an_import_of_another_process_can_be_followed_by_its_log() {
        var log = server.ports().stored().importLog();
        long run = log.begin("csv", "test@1", Optional.empty(), StubbedPorts.NOON);
        try (Stream<Event> stream = events(run)) {
            Iterator<Event> events = stream.iterator();
            assertEquals("progress", events.next().type());
            log.finish(run, StubbedPorts.NOON);
            assertEquals("finished", events.next().type());
        }
    }

    @Test
    void one_at_a_time() {
        start("{\"source\": \"survey\"}");
        HttpResponse<String> second = upload("?source=csv", "alice");
        assertEquals(409, second.statusCode());
        assertTrue(second.body().contains("another import is going on"), second.body());
        server.ports().sources().let(12_000);
        last(events(1));
        assertEquals(202, upload("?source=csv", "alice").statusCode());
    }

    @Test
    void an_import_of_another_process_is_waited_for() {
        server.ports().stored().importLog().begin("csv", "test@1", Optional.empty(), StubbedPorts.NOON);
        HttpResponse<String> answer = start("{\"source\": \"survey\"}");
        assertEquals(409, answer.statusCode());
        assertTrue(answer.body().contains("import 1 from csv is going on"), answer.body());
    }

    @Test
    void a_file_that_is_sent_is_imported_and_thrown_away() {
        HttpResponse<String> answer =
                upload("?source=csv&fileName=creators%202026-03-01.csv&observedAt=2026-03-01", "alice\nbob");
        assertEquals(202, answer.statusCode(), answer.body());
        Event last = last(events(1));
        assertEquals("finished", last.type());
        assertEquals(2, last.data().get("stored").asInt());
        Path file = server.ports().sources().asked().file().orElseThrow();
        assertEquals("creators 2026-03-01.csv", file.getFileName().toString());
        assertEquals(
                Map.of("observedAt", "2026-03-01"),
                server.ports().sources().asked().properties());
        assertFalse(Files.exists(file.getParent()), "the folder is gone");
    }

    @Test
    void a_file_that_cannot_be_imported_is_thrown_away_as_well() {
        HttpResponse<String> answer = server.post(
                "/api/v1/imports?source=ndjson", BodyPublishers.ofString("{}"), "Content-Type", "application/x-ndjson");
        assertEquals(404, answer.statusCode(), "these sources have no ndjson");
        Path file = server.ports().sources().asked().file().orElseThrow();
        assertFalse(Files.exists(file.getParent()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/passwd", "/etc/passwd", "a/b.csv", "..", ".hidden", "C:\\x.csv", "a\0b", "a\nb"})
    void a_file_cannot_be_placed_elsewhere(String name) {
        HttpResponse<String> answer =
                upload("?source=csv&fileName=" + URLEncoder.encode(name, StandardCharsets.UTF_8), "alice");
        assertEquals(400, answer.statusCode());
        assertTrue(answer.body().contains("a file's name consists of"), answer.body());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"source\": \"csv\", \"file\": \"/etc/passwd\"}   | 400 | file",
                "{\"source\": \"survey\", \"properties\": {\"file\": \"/etc/passwd\"}} | 400 | properties",
                "{\"source\": \"../survey\"}                        | 404 | no source ../survey",
                "{\"source\": \"\"}                                 | 400 | name the source",
                "{}                                                 | 400 | name the source",
                "{\"source\": 7                                     | 400 | cannot be understood",
                "[]                                                 | 400 | cannot be understood",
                "null                                               | 400 | must be a JSON object",
            })
    void an_order_that_says_more_or_less_than_it_may_is_refused(String order, int status, String words) {
        HttpResponse<String> answer = start(order);
        assertEquals(status, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains(words), answer.body());
        assertEquals(0, server.json("/api/v1/imports").get("total").asInt());
    }

    @Test
    void an_order_is_short() {
        assertEquals(413, start("{\"source\": \"" + "x".repeat(100_000) + "\"}").statusCode());
    }

    @Test
    void a_file_that_is_too_large_is_refused_whether_it_says_so_before_or_not() throws IOException {
        byte[] large = new byte[RunningServer.LARGEST_UPLOAD + 1];
        InputStream endless = new ByteArrayInputStream(large);
        HttpResponse<String> answer = server.post(
                "/api/v1/imports?source=csv",
                BodyPublishers.ofInputStream(() -> endless),
                "Content-Type",
                "application/octet-stream");
        assertEquals(413, answer.statusCode());
        assertTrue(answer.body().contains("an upload may have 200000 bytes"), answer.body());

        String announced = server.raw("POST /api/v1/imports?source=csv HTTP/1.1\r\nHost: localhost:" + server.port()
                + "\r\nContent-Type: text/csv\r\nContent-Length: 9999999999999\r\nConnection: close\r\n\r\n");
        assertTrue(announced.startsWith("HTTP/1.1 413"), announced);
        assertEquals(202, upload("?source=csv", "alice").statusCode(), "and the next one may be imported");
    }

    @ParameterizedTest
    @ValueSource(strings = {"multipart/form-data; boundary=x", "text/html", "application/x-www-form-urlencoded"})
    void other_kinds_of_content_are_refused(String type) {
        HttpResponse<String> answer =
                server.post("/api/v1/imports?source=csv", BodyPublishers.ofString("alice"), "Content-Type", type);
        assertEquals(415, answer.statusCode());
        assertTrue(answer.body().contains("text/csv"), answer.body());
    }

    @Test
    void a_page_of_another_origin_cannot_start_one() {
        HttpResponse<String> answer = server.post(
                "/api/v1/imports?source=csv",
                BodyPublishers.ofString("alice"),
                "Content-Type",
                "text/csv",
                "Origin",
                "https://evil.example");
        assertEquals(403, answer.statusCode());
        assertEquals(0, server.json("/api/v1/imports").get("total").asInt());
    }

    @Test
    void a_server_that_stops_breaks_an_import_off_and_tells_those_who_listen() throws InterruptedException {
        start("{\"source\": \"survey\"}");
        try (Stream<Event> stream = events(1)) {
            Iterator<Event> events = stream.iterator();
            assertEquals("progress", events.next().type());
            Thread stopping = new Thread(server::stop);
            stopping.start();
            // The first batch is stored; behind it the import hears that the server stops, or is interrupted.
            server.ports().sources().let(5_000);
            stopping.join();
            Event last = events.next();
            while (last.type().equals("progress")) {
                last = events.next();
            }
            assertEquals("failed", last.type());
        }
        ImportRun run = server.ports().stored().importLog().find(1).orElseThrow();
        assertEquals(ImportRun.State.BROKEN_OFF, run.state());
        assertTrue(
                Thread.getAllStackTraces().keySet().stream()
                        .noneMatch(thread -> thread.getName().equals("import")),
                "nothing is left running");
    }

    @Test
    void only_so_many_listen_at_once() {
        start("{\"source\": \"survey\"}");
        List<Stream<Event>> listeners = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Stream<Event> stream = events(1);
            assertEquals("progress", stream.iterator().next().type());
            listeners.add(stream);
        }
        HttpResponse<String> ninth = server.get("/api/v1/imports/1/events");
        assertEquals(429, ninth.statusCode());
        assertTrue(ninth.body().contains("ask /api/v1/imports/1 instead"), ninth.body());
        server.ports().sources().let(12_000);
        listeners.forEach(Stream::close);
    }

    @Test
    void imports_come_in_pages() {
        var log = server.ports().stored().importLog();
        for (int i = 0; i < 3; i++) {
            log.finish(log.begin("source " + i, "test@1", Optional.empty(), StubbedPorts.NOON), StubbedPorts.NOON);
        }
        JsonNode first = server.json("/api/v1/imports?limit=2");
        assertEquals("source 2", first.get("imports").get(0).get("source").asText());
        assertEquals("2", first.get("next").asText());
        JsonNode second = server.json("/api/v1/imports?limit=2&cursor=2");
        assertEquals("source 0", second.get("imports").get(0).get("source").asText());
        assertFalse(second.has("next"));
        assertEquals(3, second.get("total").asInt());
    }

    @Test
    void an_import_comes_with_what_it_rejected() {
        var stored = server.ports().stored();
        long run = stored.importLog().begin("csv", "test@1", Optional.empty(), StubbedPorts.NOON);
        stored.quarantine()
                .add(run, List.of(new Rejection("3", "no handle", "?", "a"), new Rejection("4", "no handle", "", "b")));
        JsonNode rejection = server.json("/api/v1/imports/1").get("rejections").get(0);
        assertEquals("no handle", rejection.get("reason").asText());
        assertEquals(2, rejection.get("count").asInt());
        assertEquals(3, rejection.get("firstLine").asInt());
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/imports/7, 404",
        "/api/v1/imports/one, 404",
        "/api/v1/imports/-1, 404",
        "/api/v1/imports/7/events, 404",
        "/api/v1/imports?cursor=here, 400",
        "/api/v1/imports?limit=0, 400"
    })
    void what_is_not_there_is_a_problem(String path, int status) {
        assertEquals(status, server.get(path).statusCode());
    }

    private HttpResponse<String> start(String order) {
        return server.post("/api/v1/imports", BodyPublishers.ofString(order), "Content-Type", "application/json");
    }

    private HttpResponse<String> upload(String query, String content) {
        return server.post(
                "/api/v1/imports" + query, BodyPublishers.ofString(content), "Content-Type", "text/csv; charset=utf-8");
    }

    private record Event(String type, JsonNode data) {}

    /** As they come. */
    private Stream<Event> events(long run) {
        HttpResponse<Stream<String>> answer =
                server.send("GET", "/api/v1/imports/" + run + "/events", BodyHandlers.ofLines());
        assertEquals(200, answer.statusCode());
        assertEquals(
                "text/event-stream", answer.headers().firstValue("Content-Type").orElseThrow());
        String[] type = new String[1];
        return answer.body()
                .peek(line -> type[0] = line.startsWith("event: ") ? line.substring(7) : type[0])
                .filter(line -> line.startsWith("data: "))
                .map(line -> new Event(type[0], RunningServer.parse(line.substring(6))));
    }

    private static Event last(Stream<Event> events) {
        return events.reduce((before, event) -> event).orElseThrow();
    }
}
