package io.virality.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredExperimentTest {

    private static final String BOOST = "{\"key\": \"boost\", \"hypothesis\": \"sells more\", \"variations\":"
            + " [{\"key\": \"control\"}, {\"key\": \"boosted\"}], \"metrics\":"
            + " [{\"key\": \"orders\", \"role\": \"primary\", \"kind\": \"proportion\"}]}";

    @TempDir
    Path folder;

    @Test
    void an_experiment_is_created_started_dealt_out_and_stopped() throws IOException {
        Path database = folder.resolve("stored.db");
        Path design = Files.writeString(folder.resolve("boost.json"), BOOST);
        CommandRun.of("experiment", "create", design, "--by", "ada", "-d", database)
                .succeeds();
        assertEquals(
                "u\tnot in it\n",
                CommandRun.of("experiment", "assign", "boost", "u", "-d", database)
                        .succeeds()
                        .out());
        CommandRun.of("experiment", "start", "boost", "--by", "ada", "-d", database)
                .succeeds();
        CommandRun stored = CommandRun.of("experiment", "assign", "boost", "a", "b", "c", "d", "-d", database);
        CommandRun tried = CommandRun.of("experiment", "assign", "--design", design, "a", "b", "c", "d");
        assertEquals(tried.succeeds().out(), stored.succeeds().out(), "with and without a database");
        assertTrue(stored.out().contains("boosted") && stored.out().contains("control"), stored.out());
        assertTrue(CommandRun.of("experiment", "list", "-d", database)
                .succeeds()
                .out()
                .contains("running"));
        CommandRun.of("experiment", "results", "boost", "-d", database).fails(Main.FAILED, "nobody was exposed yet");
        CommandRun.of("experiment", "start", "boost", "-d", database).fails(Main.FAILED, "only a draft can");
        CommandRun stopped = CommandRun.of("experiment", "stop", "boost", "--reason", "enough", "-d", database);
        assertTrue(stopped.succeeds().out().contains("stopped: enough"), stopped.out());
    }

    @Test
    void what_is_told_in_files_is_in_the_results_and_on_their_page() throws IOException {
        Path database = folder.resolve("told.db");
        String metrics = ", {\"key\": \"revenue\", \"kind\": \"mean\", \"outcome\": \"orders\"}]}";
        Path design = Files.writeString(folder.resolve("boost.json"), BOOST.replace("]}", metrics));
        CommandRun.of("experiment", "create", design, "-d", database).succeeds();
        Path revised = Files.writeString(
                folder.resolve("revised.json"), Files.readString(design).replace("sells", "earns"));
        assertTrue(CommandRun.of("experiment", "change", revised, "--by", "eve", "-d", database)
                .succeeds()
                .out()
                .contains("eve: hypothesis: sells more → earns more"));
        CommandRun.of("experiment", "start", "boost", "-d", database).succeeds();
        StringBuilder exposures = new StringBuilder();
        StringBuilder outcomes = new StringBuilder();
        String at = Instant.now().plusSeconds(60).toString();
        for (int i = 0; i < 400; i++) {
            exposures.append("{\"unit\":\"u" + i + "\",\"variation\":\"" + (i % 2 == 0 ? "control" : "boosted")
                    + "\",\"at\":\"" + at + "\"}\n");
            outcomes.append("{\"unit\":\"u" + i + "\",\"outcome\":\"orders\",\"at\":\"" + at + "\",\"value\":"
                    + (i == 7 ? 90_000 : i % 5) + "}\n");
        }
        Path told = Files.writeString(folder.resolve("exposures.ndjson"), exposures);
        assertEquals(
                "Kept 400 exposures of 'boost' (delivery 1).\n",
                CommandRun.of("experiment", "record", "exposures", "boost", told, "-d", database)
                        .succeeds()
                        .out());
        Path bad = Files.writeString(folder.resolve("bad.ndjson"), outcomes + "{\"unit\":\"u\"}\n");
        CommandRun.of("experiment", "record", "outcomes", "boost", bad, "-d", database)
                .fails(Main.BAD_INPUT, "line 401: 'outcome' is missing");
        Path good = Files.writeString(folder.resolve("outcomes.ndjson"), outcomes);
        CommandRun.of("experiment", "record", "outcomes", "boost", good, "--format", "html", "-d", database)
                .fails(Main.BAD_INPUT, "only results come as html");
        assertTrue(CommandRun.of("experiment", "record", "outcomes", "boost", good, "--format", "json", "-d", database)
                .succeeds()
                .out()
                .contains("\"rows\":400"));
        CommandRun.of("experiment", "record", "outcomes", "boost", folder.resolve("gone"), "-d", database)
                .fails(Main.BAD_INPUT, "there is no file");

        String table = CommandRun.of("experiment", "results", "boost", "-d", database)
                .succeeds()
                .out();
        assertTrue(table.contains("outliers: the largest value is 90000 in boosted"), table);
        assertTrue(table.contains("Mann-Whitney p"), table);
        assertTrue(CommandRun.of("experiment", "results", "boost", "--engine", "fixed", "-d", database)
                .succeeds()
                .out()
                .contains("boost: frequentist"));
        assertTrue(CommandRun.of("experiment", "results", "boost", "--engine", "magic", "-d", database)
                .error()
                .contains("expected one of frequentist, fixed, sequential, bayesian but was 'magic'"));
        String page = CommandRun.of("experiment", "results", "boost", "--format", "html", "-d", database)
                .succeeds()
                .out();
        assertTrue(page.startsWith("<!DOCTYPE html>"), page);
        assertTrue(page.contains("<svg") && page.contains("earns more") && page.contains("90000 in boosted"), page);
        assertTrue(page.contains("<summary>revenue</summary><pre>with unit as ("), page);
        assertFalse(page.contains("<script") || page.contains("src=") || page.contains("http"), page);
    }

    @Test
    void a_design_that_cannot_be_is_refused() throws IOException {
        Path design = Files.writeString(folder.resolve("bad.json"), BOOST.replace("boosted", "control"));
        Path database = folder.resolve("none.db");
        CommandRun.of("experiment", "create", design, "-d", database)
                .fails(Main.BAD_INPUT, "two variations are called 'control'");
        assertTrue(Files.notExists(database));
        CommandRun.of("experiment", "create", folder.resolve("gone.json"), "-d", database)
                .fails(Main.BAD_INPUT, "there is no file");
    }

    @Test
    void power_is_told_without_a_database() {
        String out = CommandRun.of("experiment", "power", "--rate", ".1", "--lift", ".1", "--units-per-day", "1000")
                .succeeds()
                .out();
        // By hand: 2 · (1.96 + 0.8416)² · 0.9 / 0.1 · (1 + 1.1²) / 0.1² = 31,222 with rounded quantiles.
        assertTrue(out.contains("31,2"), out);
        assertTrue(out.contains("days needed                     32"), out);
        CommandRun.of("experiment", "power", "--rate", ".1").fails(Main.BAD_INPUT, "say which lift is to be found");
        CommandRun.of("experiment", "power", "--lift", ".1").fails(Main.BAD_INPUT, "either --rate, or --mean");
    }
}
