package io.virality.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Learns from the videos of 1,800 creators which go viral. */
@Tag("real-data")
class RealViralityTest {

    private static final Path VIDEOS = Path.of("../../shared/data/videos/tiktok_creator_videos_2020-11.csv");

    @TempDir
    private Path folder;

    @Test
    void what_is_known_at_posting_tells_a_little_and_more_than_the_last_videos_alone() throws IOException {
        assumeTrue(Files.exists(VIDEOS), "no real data at " + VIDEOS);
        Path database = folder.resolve("videos.db");
        CommandRun.of("import", "csv", VIDEOS, "--database", database).succeeds();
        JsonNode card = json("predict", "--learn", "--format", "json", "--database", database);

        assertEquals("better", card.get("standing").asText());
        JsonNode auc = metric(card, "auc");
        assertEquals(.61, auc.at("/model/value").asDouble(), .03);
        assertTrue(auc.at("/gain/low").asDouble() > 0, auc.toString());
        double told = metric(card, "told").at("/model/value").asDouble();
        double seen = metric(card, "seen").at("/model/value").asDouble();
        assertEquals(seen, told, .02);
        assertEquals(1_683, card.at("/rows/counts/creators").asInt());

        JsonNode outlook = json(
                "predict",
                "@charlidamelio",
                "--at",
                "2020-11-20T18:00:00Z",
                "--seconds",
                "15",
                "--format",
                "json",
                "--database",
                database);
        assertTrue(outlook.get("probability").asDouble() > 0
                && outlook.get("probability").asDouble() < .3);
        assertEquals(card.get("id"), outlook.get("model"));
        String page = CommandRun.of("models", card.get("id").asText(), "--format", "markdown", "--database", database)
                .succeeds()
                .out();
        assertTrue(page.contains("importance of the last three videos"), page);
    }

    private static JsonNode metric(JsonNode card, String name) {
        for (JsonNode metric : card.get("metrics")) {
            if (metric.get("name").asText().equals(name)) {
                return metric;
            }
        }
        throw new AssertionError("no metric " + name);
    }

    private static JsonNode json(Object... arguments) throws IOException {
        return new ObjectMapper().readTree(CommandRun.of(arguments).succeeds().out());
    }
}
