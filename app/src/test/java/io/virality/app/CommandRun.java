package io.virality.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.stream.Stream;
import picocli.CommandLine;

/** A command that was run in this process, over the repository's own settings. */
record CommandRun(int exitCode, String out, String error) {

    /** The repository. */
    static final Path HOME = Path.of("..").toAbsolutePath().normalize();

    static CommandRun of(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter error = new StringWriter();
        String[] texts = Stream.of(arguments).map(Object::toString).toArray(String[]::new);
        CommandLine command =
                Main.commandLine(HOME, texts).setOut(new PrintWriter(out, true)).setErr(new PrintWriter(error, true));
        int exitCode = command.execute(texts);
        return new CommandRun(exitCode, out.toString(), error.toString());
    }

    CommandRun succeeds() {
        assertEquals(Main.DONE, exitCode, error);
        return this;
    }

    /** One clear line that holds these words, no stack trace, no output. */
    CommandRun fails(int expectedExitCode, String... words) {
        assertEquals(expectedExitCode, exitCode, out + error);
        assertEquals("", out);
        assertFalse(error.contains("\tat "), error);
        assertEquals(1, error.lines().count(), error);
        for (String word : words) {
            assertTrue(error.contains(word), error);
        }
        return this;
    }
}
