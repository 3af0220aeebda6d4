package io.virality.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.SplittableRandom;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DriversCommandTest {

    @TempDir
    private Path folder;

    /** Creators with a pace of their own, counted every fifth day for half a year. */
    private Path panel(int creators) throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        StringBuilder lines = new StringBuilder("handle,followers,observed_at\n");
        for (int creator = 0; creator < creators; creator++) {
            double pace = .01 + .02 * random.nextDouble();
            double size = 9 + random.nextDouble();
            for (int i = 0; i < 36; i++) {
                size += pace + .002 * random.nextGaussian();
                lines.append("user" + creator + "," + Math.round(Math.exp(size)) + ","
                        + LocalDate.of(2026, 1, 1).plusDays(5L * i) + "T00:00:00Z\n");
            }
        }
        return Files.writeString(folder.resolve("panel.csv"), lines);
    }

    private Path imported(int creators) throws IOException {
        Path database = folder.resolve("panel.db");
        CommandRun.of("import", "csv", panel(creators), "--database", database).succeeds();
        return database;
    }

    @Test
    void what_goes_with_growth_is_told_beside_the_baseline_and_kept() throws IOException {
        Path database = imported(60);
        JsonNode drivers = new ObjectMapper()
                .readTree(CommandRun.of("drivers", "--database", database, "--format", "json")
                        .succeeds()
                        .out());

        assertEquals("real", drivers.get("data").asText());
        assertTrue(drivers.at("/error/baseline/value").asDouble() > 0, drivers.toString());
        JsonNode pace = StreamSupport.stream(drivers.get("drivers").spliterator(), false)
                .filter(driver -> driver.get("driver").asText().equals("recent-growth"))
                .findFirst()
                .orElseThrow();
        assertTrue(pace.at("/importance/low").asDouble() > 0, pace.toString());
        assertTrue(pace.get("words").asText().contains("more followers"), pace.toString());

        String told =
                CommandRun.of("drivers", "--database", database).succeeds().out();
        assertTrue(told.contains("growth lately"), told);
        assertTrue(told.contains("virality models " + drivers.get("model").asText()), told);
        CommandRun.of("models", drivers.get("model").asText(), "--database", database)
                .succeeds();
    }

    @Test
    void too_little_is_an_answer() throws IOException {
        Path database = imported(5);

        String told =
                CommandRun.of("drivers", "--database", database).succeeds().out();
        assertTrue(told.startsWith("Too little is known: needs at least 50 creators"), told);
        assertTrue(
                CommandRun.of("drivers", "--database", database, "--format", "json")
                        .succeeds()
                        .out()
                        .contains("\"known\":false"),
                told);
    }
}
