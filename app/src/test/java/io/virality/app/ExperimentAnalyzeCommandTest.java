package io.virality.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExperimentAnalyzeCommandTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    /** Shops of creators: a lift of 20 % in sales, which depend on sales before. */
    private Path shops(int size) throws IOException {
        Random random = new Random(7);
        List<String> lines = new ArrayList<>();
        lines.add("shop,arm,creator,tier,day,before,sales,views,bought");
        for (int i = 0; i < size; i++) {
            int creator = random.nextInt(60);
            boolean treated = creator % 2 == 1;
            double before = 10 + creator % 7 + random.nextGaussian();
            double sales = before * (treated ? 1.2 : 1) + random.nextGaussian();
            lines.add(String.join(
                    ",",
                    "s" + i,
                    treated ? "B" : "A",
                    "c" + creator,
                    List.of("nano", "micro", "mega").get(creator % 3),
                    "2026-01-0" + (1 + i % 8),
                    Double.toString(before),
                    Double.toString(sales),
                    Integer.toString(20 + random.nextInt(30)),
                    random.nextInt(10) < (treated ? 4 : 3) ? "yes" : "no"));
        }
        return Files.write(folder.resolve("shops.csv"), lines);
    }

    private static JsonNode json(Object... arguments) throws IOException {
        List<Object> all = new ArrayList<>(List.of("experiment", "analyze", "--format", "json"));
        all.addAll(List.of(arguments));
        return JSON.readTree(CommandRun.of(all.toArray()).succeeds().out());
    }

    private static boolean warns(JsonNode analysis, String check) {
        return StreamSupport.stream(analysis.at("/health/warnings").spliterator(), false)
                .anyMatch(warning -> warning.get("check").asText().equals(check));
    }

    @Test
    void the_document_has_the_fields_that_apply() throws IOException {
        JsonNode analysis = json(
                shops(2_000),
                "--unit",
                "shop",
                "--variation",
                "arm",
                "--control",
                "A",
                "--metric",
                "bought:proportion");
        assertEquals("shops", analysis.get("experiment").asText());
        assertEquals("frequentist", analysis.get("engine").asText());
        assertEquals(.05, analysis.get("alpha").asDouble());
        assertTrue(analysis.at("/health/sampleRatio/p").asDouble() > 0);
        JsonNode result = analysis.at("/results/0");
        for (String field : List.of(
                "controlValue",
                "variationValue",
                "difference",
                "low",
                "high",
                "relative",
                "relativeLow",
                "relativeHigh",
                "p",
                "pAdjusted")) {
            assertTrue(result.get(field).isNumber(), field + " in " + result);
        }
        assertEquals(
                2_000,
                result.at("/n/control").asInt() + result.at("/n/variation").asInt());
        assertFalse(result.has("chanceToWin") || result.has("expectedLoss") || result.has("varianceSaved"));
        assertTrue(List.of("ship", "roll-back", "neutral", "keep-running", "invalid")
                .contains(analysis.at("/decision/verdict").asText()));
        assertTrue(analysis.at("/decision/because").size() > 0);
    }

    @Test
    void other_engines_say_other_things() throws IOException {
        Path shops = shops(2_000);
        JsonNode belief = json(
                        shops, "--variation", "arm", "--control", "A", "--metric", "sales:mean", "--engine", "bayesian")
                .at("/results/0");
        assertTrue(belief.get("chanceToWin").asDouble() > .99);
        assertFalse(belief.has("p"));
        JsonNode fixed = json(shops, "--variation", "arm", "--control", "A", "--metric", "sales:mean")
                .at("/results/0");
        JsonNode always = json(
                        shops,
                        "--variation",
                        "arm",
                        "--control",
                        "A",
                        "--metric",
                        "sales:mean",
                        "--engine",
                        "sequential")
                .at("/results/0");
        assertTrue(always.get("low").asDouble() < fixed.get("low").asDouble());
    }

    @Test
    void a_covariate_saves_variance_and_says_how_much() throws IOException {
        JsonNode result = json(
                        shops(2_000),
                        "--variation",
                        "arm",
                        "--control",
                        "A",
                        "--metric",
                        "sales:mean",
                        "--covariate",
                        "before")
                .at("/results/0");
        assertEquals("cuped", result.get("method").asText());
        assertTrue(result.get("varianceSaved").asDouble() > .5);
    }

    @Test
    void clusters_segments_and_days_are_looked_into() throws IOException {
        JsonNode analysis = json(
                shops(3_000),
                "--unit",
                "shop",
                "--variation",
                "arm",
                "--control",
                "A",
                "--metric",
                "sales:mean",
                "--ratio",
                "sales/views",
                "--cluster",
                "creator",
                "--segment",
                "tier",
                "--day",
                "day");
        assertEquals("cluster-robust-cr2", analysis.at("/results/0/method").asText());
        assertEquals(60, analysis.at("/results/0/leaveOneClusterOut/clusters").asInt());
        assertEquals("cluster-delta-method", analysis.at("/results/1/method").asText());
        assertTrue(analysis.at("/segments/0/exploratory").asBoolean());
        assertEquals(3, analysis.at("/segments/0/levels").size());
        assertEquals(8, analysis.at("/days/0/days").size());
        assertFalse(warns(analysis, "clusters-in-two-variations"));
    }

    @Test
    void rows_are_added_up_by_unit_and_crossed_units_left_out() throws IOException {
        Path file = folder.resolve("rows.csv");
        List<String> lines = new ArrayList<>(List.of("u,arm,x"));
        for (int i = 0; i < 400; i++) {
            String arm = i % 2 == 0 ? "A" : "B";
            lines.add("u" + i + "," + arm + "," + i % 7);
            lines.add("u" + i + "," + (i < 20 ? "A" : arm) + "," + i % 5);
        }
        Files.write(file, lines);
        JsonNode analysis = json(
                file, "--unit", "u", "--variation", "arm", "--control", "A", "--metric", "x:mean", "--sum-by-unit");
        double sum = 0;
        for (int i = 0; i < 400; i += 2) {
            sum += i % 7 + i % 5;
        }
        assertEquals(200, analysis.at("/results/0/n/control").asInt());
        assertEquals(190, analysis.at("/results/0/n/variation").asInt());
        assertEquals(sum / 200, analysis.at("/results/0/controlValue").asDouble(), 1e-12);
        assertTrue(warns(analysis, "units-in-two-variations"));
        assertEquals("invalid", analysis.at("/decision/verdict").asText());
    }

    @Test
    void a_unit_that_comes_twice_is_named() throws IOException {
        Path file = Files.writeString(folder.resolve("rows.csv"), "u,arm,x\na,A,1\nb,B,2\na,B,3\n");
        Object[] command = {
            "experiment", "analyze", file, "--unit", "u", "--variation", "arm", "--control", "A", "--metric", "x:mean"
        };
        CommandRun.of(command).fails(Main.BAD_INPUT, "line 4: the unit 'a' was there already, in line 2");
    }

    @Test
    void values_are_capped_at_a_quantile_of_all_units() throws IOException {
        StringBuilder text = new StringBuilder("arm,x\n");
        for (int i = 1; i <= 1_000; i++) {
            text.append(i % 2 == 0 ? "A," : "B,").append(i).append('\n');
        }
        Path file = Files.writeString(folder.resolve("rows.csv"), text);
        JsonNode result = json(file, "--variation", "arm", "--control", "A", "--metric", "x:mean", "--cap", ".5")
                .at("/results/0");
        // The median is 500.5: 2, 4 … 500, and 250 times the cap.
        assertEquals((250 * 251 + 250 * 500.5) / 500, result.get("controlValue").asDouble(), 1e-9);
    }

    @Test
    void summaries_come_in_one_file_or_in_several() throws IOException {
        StringBuilder both = new StringBuilder("group,orders,visits\n");
        StringBuilder control = new StringBuilder("visits,orders\n");
        StringBuilder trial = new StringBuilder("orders,visits\n");
        for (int day = 0; day < 20; day++) {
            both.append("control,")
                    .append(50 + day)
                    .append(",500\ntrial,")
                    .append(60 + day)
                    .append(",510\n");
            control.append("500,").append(50 + day).append('\n');
            trial.append(60 + day).append(",510\n");
        }
        Path one = Files.writeString(folder.resolve("both.csv"), both);
        Path two = Files.writeString(folder.resolve("control.csv"), control);
        Path three = Files.writeString(folder.resolve("other.csv"), trial);
        JsonNode together =
                json(one, "--summary", "--variation", "group", "--control", "control", "--metric", "orders/visits");
        JsonNode apart = json("--summary", two, "trial=" + three, "--control", "control", "--metric", "orders/visits");
        assertEquals(together.get("results"), apart.get("results"));
        assertEquals(10_000, together.at("/results/0/n/control").asInt());
        assertTrue(together.at("/results/0").has("otherUnit"));
    }

    @Test
    void a_page_is_one_file_without_script_that_trusts_no_name() throws IOException {
        Path file = Files.writeString(folder.resolve("rows.csv"), "arm,x\n<script>,1\n<script>,2\nA,1\nA,3\nA,4\n");
        String page = CommandRun.of(
                        "experiment",
                        "analyze",
                        file,
                        "--variation",
                        "arm",
                        "--control",
                        "A",
                        "--metric",
                        "x:mean",
                        "--format",
                        "html")
                .succeeds()
                .out();
        assertTrue(page.startsWith("<!DOCTYPE html>"));
        assertTrue(page.contains("<svg") && page.contains("&lt;script&gt;"), page);
        assertFalse(page.contains("<script") || page.contains("http"), page);
        String markdown = CommandRun.of(
                        "experiment",
                        "analyze",
                        file,
                        "--variation",
                        "arm",
                        "--control",
                        "A",
                        "--metric",
                        "x:mean",
                        "--format",
                        "markdown")
                .succeeds()
                .out();
        assertTrue(markdown.contains("| x | primary | \\<script\\> |"), markdown);
    }

    @Test
    void what_is_asked_wrongly_is_said_in_one_line() throws IOException {
        Path shops = shops(10);
        fails("unknown control 'C': known: ", shops, "--variation", "arm", "--control", "C", "--metric", "sales:mean");
        fails(
                "unknown column 'arn': did you mean 'arm'?",
                shops,
                "--variation",
                "arn",
                "--control",
                "A",
                "--metric",
                "sales:mean");
        fails("what kind of metric is 'sales'?", shops, "--variation", "arm", "--control", "A", "--metric", "sales");
        fails("did you mean 'mean'?", shops, "--variation", "arm", "--control", "A", "--metric", "sales:maen");
        fails("Say --variation COLUMN", shops, "--control", "A", "--metric", "sales:mean");
        fails("a ratio is ABOVE/BELOW", shops, "--variation", "arm", "--control", "A", "--ratio", "sales");
        fails("what is to be compared?", shops, "--variation", "arm", "--control", "A");
        fails(
                "not an error rate",
                shops,
                "--variation",
                "arm",
                "--control",
                "A",
                "--metric",
                "sales:mean",
                "--alpha",
                "5");
        fails(
                "--guardrail: unknown metric 'views'",
                shops,
                "--variation",
                "arm",
                "--control",
                "A",
                "--metric",
                "sales:mean",
                "--guardrail",
                "views");
        fails(
                "unknown variation in the weights 'C'",
                shops,
                "--variation",
                "arm",
                "--control",
                "A",
                "--metric",
                "sales:mean",
                "--weights",
                "A=1,C=1");
        fails(
                "--sum-by-unit needs --unit",
                shops,
                "--variation",
                "arm",
                "--control",
                "A",
                "--metric",
                "sales:mean",
                "--sum-by-unit");
        fails(
                "no rows",
                Files.writeString(folder.resolve("empty.csv"), "arm,x\n"),
                "--variation",
                "arm",
                "--control",
                "A",
                "--metric",
                "x:mean");
        fails(
                "there is no such file",
                folder.resolve("none.csv"),
                "--variation",
                "arm",
                "--control",
                "A",
                "--metric",
                "x:mean");
    }

    private static void fails(String words, Object... arguments) {
        List<Object> all = new ArrayList<>(List.of("experiment", "analyze"));
        all.addAll(List.of(arguments));
        CommandRun.of(all.toArray()).fails(Main.BAD_INPUT, words);
    }
}
