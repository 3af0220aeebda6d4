package io.virality.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExperimentVectorsCommandTest {

    private static final String RIGHT = """
            {"id": "right", "method": "holm_bonferroni", "inputs": {"p_values": [0.01, 0.04]},
             "expected": {"adjusted_in_input_order": [0.02, 0.04]}, "tolerance": {"abs": 1e-9}}""";

    @TempDir
    Path folder;

    @Test
    void right_answers_pass() throws IOException {
        Path file = file(RIGHT);
        String out = CommandRun.of("experiment", "vectors", file).succeeds().out();
        assertTrue(out.contains("passed  right"), out);
        assertTrue(out.contains(file + ": 1 of 1 passed"), out);
    }

    @Test
    void a_wrong_answer_and_an_unknown_method_fail() throws IOException {
        Path file = file(
                RIGHT,
                RIGHT.replace("right", "wrong").replace("0.02", "0.03"),
                "{\"id\": \"new\", \"method\": \"magic\"}");
        CommandRun run = CommandRun.of("experiment", "vectors", file);
        assertEquals(Main.FAILED, run.exitCode());
        assertTrue(run.out().contains("failed  wrong"), run.out());
        assertTrue(run.out().contains("adjusted_in_input_order[0] is 0.02, not 0.03"), run.out());
        assertTrue(run.out().contains("failed  new  magic"), run.out());
        assertTrue(run.out().contains("the method is not supported"), run.out());
        assertTrue(run.out().contains("1 of 3 passed"), run.out());
    }

    @Test
    void a_case_that_breaks_does_not_keep_the_others_from_being_run() throws IOException {
        CommandRun run =
                CommandRun.of("experiment", "vectors", file("{\"id\": \"bad\", \"method\": \"cuped_raw\"}", RIGHT));
        assertEquals(Main.FAILED, run.exitCode());
        assertTrue(run.out().contains("no answer: "), run.out());
        assertTrue(run.out().contains("1 of 2 passed"), run.out());
    }

    @Test
    void what_holds_no_cases_is_bad_input() throws IOException {
        Path text = Files.writeString(folder.resolve("text.json"), "no JSON");
        CommandRun.of("experiment", "vectors", text).fails(Main.BAD_INPUT, "text.json is not JSON");
        Path list = Files.writeString(folder.resolve("list.json"), "[]");
        CommandRun.of("experiment", "vectors", list).fails(Main.BAD_INPUT, "holds no \"cases\"");
        CommandRun.of("experiment", "vectors", folder.resolve("none.json")).fails(Main.BAD_INPUT, "cannot read");
    }

    private Path file(String... cases) throws IOException {
        return Files.writeString(folder.resolve("vectors.json"), "{\"cases\": [" + String.join(",\n", cases) + "]}");
    }
}
