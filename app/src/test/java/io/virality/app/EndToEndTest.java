package io.virality.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The product as a process of its own, used over HTTP. */
class EndToEndTest {

    @TempDir
    Path folder;

    @Test
    void the_demo_shows_simulated_creators_and_is_replaced_by_the_next_one() throws Exception {
        Path database = folder.resolve("demo.db");
        List<String> handles = new ArrayList<>();
        for (String seed : new String[] {"1", "2"}) {
            try (ServerProcess demo =
                    ServerProcess.start("demo", "--port", "0", "--database", database.toString(), "--seed", seed)) {
                JsonNode dataset = demo.json("api/v1/dataset");
                assertEquals("simulated", dataset.get("data").asText());
                assertTrue(dataset.get("creators").asLong() >= 2_000);
                assertTrue(dataset.get("snapshots").asLong() >= 100_000);
                assertTrue(dataset.get("videos").asLong() > 10_000);
                JsonNode viral = demo.json("api/v1/insights/viral-creators");
                assertEquals(10, viral.get("rows").size());
                String handle = viral.at("/rows/0/handle").asText();
                handles.add(handle);
                assertTrue(demo.json("api/v1/creators/" + handle).toString().contains(handle));
                assertTrue(demo.get("").body().contains("<html"));
            }
        }
        assertFalse(handles.get(0).equals(handles.get(1)), "another seed simulates other creators");
    }

    @Test
    void every_insight_of_the_catalogue_is_answered_on_the_demo() throws Exception {
        Path database = folder.resolve("all.db");
        try (ServerProcess demo = ServerProcess.start("demo", "--port", "0", "--database", database.toString())) {
            JsonNode catalogue = demo.json("api/v1/insights").get("insights");
            assertTrue(catalogue.size() >= 8, "as many as there are");
            for (JsonNode topic : catalogue) {
                String id = topic.get("id").asText();
                JsonNode insight = demo.json("api/v1/insights/" + id);
                assertEquals(topic.get("columns"), insight.get("columns"), id);
                assertEquals(topic.get("chart"), insight.get("chart"), id);
                if (id.equals("dataset-conflicts")) {
                    assertEquals(0, insight.get("rows").size(), "the demo does not contradict itself");
                    assertTrue(insight.get("caveats").toString().contains("nothing was found"), "rather than no data");
                    continue;
                }
                assertEquals("simulated", insight.get("data").asText(), id);
                assertTrue(insight.get("n").asLong() > 0, id);
                assertTrue(insight.get("rows").size() > 0, id);
                List<String> columns = names(topic.get("columns"));
                for (JsonNode row : insight.get("rows")) {
                    List<String> values = new ArrayList<>();
                    row.fieldNames().forEachRemaining(values::add);
                    assertEquals(columns, values, id);
                }
            }
        }
    }

    private static List<String> names(JsonNode columns) {
        List<String> names = new ArrayList<>();
        columns.forEach(column -> names.add(column.get("name").asText()));
        return names;
    }

    @Test
    void the_demo_does_not_replace_real_data() throws Exception {
        Path database = folder.resolve("mine.db");
        Path file = Files.writeString(folder.resolve("mine.csv"), "name,fans\nalice,5\n");
        CommandRun.of("import", "csv", file, "--map", "name=handle", "--map", "fans=followers", "--database", database)
                .succeeds();
        CommandRun.of("demo", "--database", database).fails(Main.BAD_INPUT, "real data", "--database");
    }

    @Test
    void a_server_without_data_is_healthy_and_empty() throws Exception {
        try (ServerProcess server = ServerProcess.start(
                "serve", "--port", "0", "--database", folder.resolve("new.db").toString())) {
            assertEquals("up", server.json("health").get("status").asText());
            assertEquals(0, server.json("api/v1/creators").get("creators").size());
            assertEquals(
                    0,
                    server.json("api/v1/insights/engagement-by-tier")
                            .get("rows")
                            .size());
        }
    }

    @Test
    void an_address_that_others_can_reach_is_refused() {
        CommandRun.of("serve", "--host", "0.0.0.0", "--port", "0", "--database", folder.resolve("new.db"))
                .fails(Main.BAD_INPUT, "0.0.0.0", "token");
    }

    @Test
    void a_port_in_use_is_said() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CommandRun.of("serve", "--port", taken.getLocalPort(), "--database", folder.resolve("new.db"))
                    .fails(Main.FAILED, String.valueOf(taken.getLocalPort()), "--port");
        }
    }
}
