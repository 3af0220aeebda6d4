package io.virality.app;

import io.virality.application.Failure;
import io.virality.application.Suggestion;
import io.virality.domain.experiment.Engine;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/** Starts the command that was typed. */
public final class Main {

    /** Done, also when some rows were rejected. */
    static final int DONE = 0;

    /** Failed: a locked file, a port in use, a source that is down. */
    static final int FAILED = 1;

    /** Bad input or usage. */
    static final int BAD_INPUT = 2;

    private Main() {}

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        // Guice would otherwise generate classes by a way that newer JDKs warn about.
        System.setProperty("guice_bytecode_gen_option", "DISABLED");
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
        Path home = Path.of(System.getProperty("virality.home", "."));
        System.exit(run(home, arguments));
    }

    static int run(Path home, String... arguments) {
        return commandLine(home, arguments).execute(arguments);
    }

    static CommandLine commandLine(Path home, String... arguments) {
        CommandLine virality = new CommandLine(new ViralityCommand(), new Commands(home));
        ViralityCommand.named(arguments).forEach(virality::addSubcommand);
        return virality.setOut(utf8(FileDescriptor.out))
                .setErr(utf8(FileDescriptor.err))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(Engine.class, Main::engine)
                .setParameterExceptionHandler(Main::explainUsage)
                .setExecutionExceptionHandler(Main::explain);
    }

    /** Names and biographies come in every script, whatever the terminal's locale says. */
    private static PrintWriter utf8(FileDescriptor stream) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(stream), StandardCharsets.UTF_8), true);
    }

    private static int explainUsage(CommandLine.ParameterException e, String[] arguments) {
        CommandLine command = e.getCommandLine();
        PrintWriter error = command.getErr();
        error.println("virality: " + e.getMessage());
        if (e instanceof CommandLine.UnmatchedArgumentException unmatched) {
            List<String> known = List.copyOf(command.getSubcommands().keySet());
            unmatched.getUnmatched().stream()
                    .limit(1)
                    .flatMap(typed -> Suggestion.nearest(typed, known).stream())
                    .forEach(name -> error.println("Did you mean '" + name + "'?"));
        }
        error.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return BAD_INPUT;
    }

    private static int explain(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
        command.getErr().println("virality: " + message(e));
        if (Boolean.getBoolean("virality.debug")) {
            e.printStackTrace(command.getErr());
        }
        return e instanceof Failure failure ? exitCode(failure.kind()) : FAILED;
    }

    private static String message(Exception e) {
        return e instanceof Failure
                ? e.getMessage()
                : "an error of ours, please report it: " + e
                        + " (run it with JAVA_TOOL_OPTIONS=-Dvirality.debug=true to see where)";
    }

    private static int exitCode(Failure.Kind kind) {
        return switch (kind) {
            case INVALID_INPUT, IMPOSSIBLE_INPUT, NOT_FOUND, TOO_LARGE, UNSUPPORTED, INFEASIBLE -> BAD_INPUT;
            case CONFLICT, TOO_MANY, SOURCE_UNAVAILABLE, BUSY, INTERNAL -> FAILED;
        };
    }

    private static Engine engine(String name) {
        return Engine.named(name)
                .orElseThrow(() -> new TypeConversionException(
                        "expected one of " + String.join(", ", Engine.names()) + " but was '" + name + "'"));
    }
}
