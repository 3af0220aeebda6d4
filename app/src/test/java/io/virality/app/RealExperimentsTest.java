package io.virality.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What well-known experiments come to; expected values by scipy 1.13 and statsmodels 0.15. */
@Tag("real-data")
class RealExperimentsTest {

    private static final Path FILES = Path.of("../../shared/data/experiments");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    @BeforeEach
    void files_are_there() {
        assumeTrue(Files.isDirectory(FILES), () -> FILES + " is missing: no real experiment is analysed");
    }

    private static JsonNode json(Object... arguments) throws IOException {
        List<Object> all = new ArrayList<>(List.of("experiment", "analyze", "--format", "json"));
        all.addAll(List.of(arguments));
        return JSON.readTree(CommandRun.of(all.toArray()).succeeds().out());
    }

    private static String warning(JsonNode analysis, String check) {
        return StreamSupport.stream(analysis.at("/health/warnings").spliterator(), false)
                .filter(warning -> warning.get("check").asText().equals(check))
                .map(warning -> warning.get("message").asText())
                .findFirst()
                .orElse("");
    }

    /** The same with shuffled rows, turned columns, and other names of units. */
    private Path disguised(Path file, int unit, String delimiter) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(file, StandardCharsets.UTF_8));
        String header = turned(lines.remove(0).replace("\ufeff", ""), -1, delimiter);
        Collections.shuffle(lines, new Random(7));
        List<String> other = new ArrayList<>(List.of(header));
        lines.forEach(line -> other.add(turned(line, unit, delimiter)));
        return Files.write(folder.resolve("disguised-" + file.getFileName()), other);
    }

    private static String turned(String line, int unit, String delimiter) {
        List<String> cells = Arrays.asList(line.split(",", -1));
        if (unit >= 0) {
            cells.set(unit, "unit-" + cells.get(unit));
        }
        return IntStream.range(0, cells.size())
                .mapToObj(i -> cells.get(cells.size() - 1 - i))
                .collect(Collectors.joining(delimiter));
    }

    @Test
    void cookie_cats() throws IOException {
        cookieCats(FILES.resolve("cookie_cats.csv"));
    }

    @Test
    void cookie_cats_in_disguise() throws IOException {
        cookieCats(disguised(FILES.resolve("cookie_cats.csv"), 1, ";"));
    }

    private static void cookieCats(Path file) throws IOException {
        JsonNode analysis = json(
                file,
                "--unit",
                "userid",
                "--variation",
                "version",
                "--control",
                "gate_30",
                "--metric",
                "retention_1:proportion",
                "--metric",
                "retention_7:proportion",
                "--metric",
                "sum_gamerounds:mean");
        assertEquals(
                6.9024049496058275, analysis.at("/health/sampleRatio/statistic").asDouble(), 1e-9);
        assertEquals(0.008607987810836262, analysis.at("/health/sampleRatio/p").asDouble(), 1e-9);
        assertTrue(warning(analysis, "sample-ratio").contains("44,700 in gate_30, 45,489 in gate_40"));
        assertEquals(0.07440965529691913, analysis.at("/results/0/p").asDouble(), 1e-9);
        JsonNode week = analysis.at("/results/1");
        assertEquals(-0.008201298315205913, week.get("difference").asDouble(), 1e-12);
        assertEquals(0.001554249975614329, week.get("p").asDouble(), 1e-11);
        assertEquals(-0.013281552418885546, week.get("low").asDouble(), 1e-11);
        assertEquals(-0.00312104421152628, week.get("high").asDouble(), 1e-11);
        assertEquals(0.004662749926842987, week.get("pAdjusted").asDouble(), 1e-10);
        JsonNode rounds = analysis.at("/results/2");
        assertEquals(0.37592438409326223, rounds.get("p").asDouble(), 1e-8);
        assertEquals(-0.8854374331270672, rounds.at("/outliers/t").asDouble(), 1e-8);
        assertEquals(-.063, rounds.at("/outliers/withoutLargest").asDouble(), 5e-4);
        assertEquals(49_854, rounds.at("/outliers/largest").asDouble());
        assertEquals(0.05020880772044255, rounds.at("/mannWhitney/p").asDouble(), 1e-7);
        String outliers = warning(analysis, "outliers");
        assertTrue(
                outliers.contains("49854 in gate_30") && outliers.contains("-0.885 with it, -0.063 without it"),
                outliers);
        assertEquals("roll-back", analysis.at("/decision/verdict").asText());
    }

    @Test
    void cookie_cats_without_its_largest_values() throws IOException {
        JsonNode result = json(
                        FILES.resolve("cookie_cats.csv"),
                        "--variation",
                        "version",
                        "--control",
                        "gate_30",
                        "--metric",
                        "sum_gamerounds:mean",
                        "--cap",
                        ".999")
                .at("/results/0");
        assertEquals(-0.09564444917356951, result.get("difference").asDouble(), 1e-9);
        assertEquals(-1.373527267651377, result.get("low").asDouble(), 1e-6);
        assertEquals(0.8833711341172519, result.get("p").asDouble(), 1e-8);
    }

    @Test
    void the_unit_decides_in_udacitys_free_trial() throws IOException {
        udacity(FILES.resolve("udacity_free_trial_control.csv"), FILES.resolve("udacity_free_trial_experiment.csv"));
    }

    private static void udacity(Path control, Path experiment) throws IOException {
        JsonNode analysis = json(
                "--summary",
                "control=" + control,
                "experiment=" + experiment,
                "--control",
                "control",
                "--metric",
                "Enrollments/Clicks",
                "--metric",
                "Payments/Clicks");
        JsonNode gross = analysis.at("/results/0");
        assertEquals(17_293, gross.at("/n/control").asInt());
        assertEquals(17_260, gross.at("/n/variation").asInt());
        assertEquals(-0.020554874580361565, gross.get("difference").asDouble(), 1e-12);
        assertEquals(-0.02912016241598247, gross.get("low").asDouble(), 1e-11);
        assertEquals(-0.011989586744740661, gross.get("high").asDouble(), 1e-11);
        assertEquals(2.578401033720593e-06, gross.get("p").asDouble(), 1e-14);
        assertEquals(-.0465, gross.at("/otherUnit/low").asDouble(), 5e-5);
        assertEquals(.0054, gross.at("/otherUnit/high").asDouble(), 5e-5);
        JsonNode net = analysis.at("/results/1");
        assertEquals(-0.0048737226745441675, net.get("difference").asDouble(), 1e-12);
        assertEquals(-0.011604186136268981, net.get("low").asDouble(), 1e-11);
        assertEquals(0.0018567407871806453, net.get("high").asDouble(), 1e-11);
        assertTrue(warning(analysis, "unit-decides").contains("the unit decides here"));
        assertEquals("keep-running", analysis.at("/decision/verdict").asText());
    }

    @Test
    void few_conversions_without_advertisements_are_tested_exactly() throws IOException {
        advertisements(FILES.resolve("marketing_AB_sample.csv"));
    }

    @Test
    void few_conversions_are_tested_exactly_in_disguise() throws IOException {
        advertisements(disguised(FILES.resolve("marketing_AB_sample.csv"), 2, "\t"));
    }

    private static void advertisements(Path file) throws IOException {
        JsonNode analysis = json(
                file,
                "--unit",
                "user id",
                "--variation",
                "test group",
                "--control",
                "psa",
                "--metric",
                "converted:proportion",
                "--weights",
                "ad=.96,psa=.04");
        JsonNode result = analysis.at("/results/0");
        assertEquals(464, result.at("/n/control").asInt());
        assertEquals(11_298, result.at("/n/variation").asInt());
        assertEquals("fisher-exact", result.get("method").asText());
        assertEquals(0.04765830166123046, result.get("p").asDouble(), 1e-9);
        assertTrue(warning(analysis, "small-counts").contains("5 of 464 units"));
    }
}
