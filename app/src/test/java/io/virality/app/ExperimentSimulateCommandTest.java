package io.virality.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExperimentSimulateCommandTest {

    @TempDir
    private Path home;

    private final StringWriter out = new StringWriter();
    private final StringWriter error = new StringWriter();

    @Test
    void the_json_tells_the_shape_and_the_rates_of_each_engine() throws IOException {
        assertEquals(
                Main.DONE,
                simulate("proportion", "--value", ".1", "--units", "4000", "--looks", "5", "--format", "json"));
        JsonNode answer = new ObjectMapper().readTree(out.toString());
        assertEquals("proportion", answer.at("/experiment/metric").asText());
        assertEquals(200, answer.at("/runs").asInt());
        assertEquals(3, answer.at("/engines").size());
        JsonNode fixed = answer.at("/engines/0");
        assertEquals("frequentist", fixed.at("/engine").asText());
        assertEquals("two-proportions", fixed.at("/method").asText());
        assertEquals(.05, fixed.at("/found/share").asDouble(), .05);
        assertTrue(fixed.at("/found/low").asDouble() < fixed.at("/found/share").asDouble());
        assertTrue(fixed.at("/foundAtAnyLook/share").asDouble()
                > answer.at("/engines/1/foundAtAnyLook/share").asDouble());
        double verdicts = 0;
        for (JsonNode verdict : fixed.at("/verdicts")) {
            verdicts += verdict.at("/share").asDouble();
        }
        assertEquals(1, verdicts, 1e-9);
    }

    @Test
    void the_table_says_what_peeking_does() {
        assertEquals(
                Main.DONE, simulate("mean", "--value", "10", "--deviation", "3", "--units", "4000", "--looks", "10"));
        String text = out.toString();
        assertTrue(text.startsWith("A/A tests of a mean of 10 (deviation 3): 4,000 units in 2 variations"), text);
        assertTrue(text.contains("frequentist: who peeks 10 times"), text);
        assertTrue(text.contains("more than alpha: it is not to be looked at before its end"), text);
        assertTrue(text.contains("sequential: who peeks 10 times"), text);
    }

    @Test
    void equal_seeds_print_equal_tables() {
        simulate("count", "--value", "2", "--units", "400", "--effect", ".2", "--seed", "9");
        String first = out.toString();
        out.getBuffer().setLength(0);
        simulate("count", "--value", "2", "--units", "400", "--effect", ".2", "--seed", "9");
        assertEquals(first, out.toString());
        assertTrue(first.contains("power %"), first);
    }

    @Test
    void what_cannot_be_drawn_is_bad_input() {
        assertEquals(Main.BAD_INPUT, simulate("mean", "--value", "10", "--units", "400"));
        assertTrue(error.toString().contains("--deviation"), error.toString());
        assertEquals(Main.BAD_INPUT, simulate("proportion", "--value", "1.5", "--units", "400"));
        assertTrue(error.toString().contains("a share below 1"), error.toString());
        assertEquals(Main.BAD_INPUT, simulate("proportion", "--value", ".5", "--units", "400", "--alpha", "2"));
        assertEquals("", out.toString());
    }

    private int simulate(String kind, String... options) {
        List<String> arguments = new ArrayList<>(List.of("experiment", "simulate", "--runs", "200", "--metric", kind));
        arguments.addAll(List.of(options));
        return Main.commandLine(home)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(error))
                .execute(arguments.toArray(String[]::new));
    }
}
