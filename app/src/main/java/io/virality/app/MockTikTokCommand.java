package io.virality.app;

import io.virality.application.Failure;
import io.virality.ingest.tiktok.MockTikTokServer;
import io.virality.spi.SourceException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code virality mock-tiktok}. */
@Command(
        name = "mock-tiktok",
        description = "Serves a mock of TikTok's API over simulated creators until it is stopped with Ctrl-C.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  virality mock-tiktok",
            "  virality mock-tiktok --port 7080 --seed 7 --faults plan.properties"
        })
final class MockTikTokCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--port", paramLabel = "PORT", description = "0 for any free one (default: ${DEFAULT-VALUE})")
    private int port = 7080;

    @Option(names = "--seed", paramLabel = "NUMBER", description = "another seed simulates other creators")
    private Long seed;

    @Option(names = "--creators", paramLabel = "NUMBER", description = "how many creators there are")
    private Integer creators;

    @Option(names = "--days", paramLabel = "NUMBER", description = "how many days of history they have")
    private Integer days;

    @Option(names = "--faults", paramLabel = "FILE", description = "what goes wrong, and how often: see docs/tiktok.md")
    private Path faults;

    @Override
    public Integer call() {
        int used = start(port, world(), plan(), Clock.systemUTC()).port();
        PrintWriter out = spec.commandLine().getOut();
        out.println("Mock of TikTok's API: http://127.0.0.1:" + used + "/");
        out.flush();
        while (true) {
            LockSupport.park();
        }
    }

    /**
     * Starts a server.
     *
     * @throws Failure if the settings are impossible or the port is taken
     */
    static MockTikTokServer start(int port, Map<String, String> world, Map<String, String> plan, Clock clock) {
        try {
            return MockTikTokServer.start(port, world, plan, clock);
        } catch (SourceException e) {
            Failure.Kind kind =
                    switch (e.turn()) {
                        case USER -> Failure.Kind.INVALID_INPUT;
                        case SOURCE -> Failure.Kind.CONFLICT;
                    };
            throw new Failure(kind, e.getMessage(), e);
        }
    }

    private Map<String, String> world() {
        Map<String, String> world = new LinkedHashMap<>();
        put(world, "seed", seed);
        put(world, "creators", creators);
        put(world, "days", days);
        return world;
    }

    private static void put(Map<String, String> world, String name, Number value) {
        if (value != null) {
            world.put(name, value.toString());
        }
    }

    private Map<String, String> plan() {
        Map<String, String> plan = new LinkedHashMap<>();
        if (faults != null) {
            Properties properties = new Properties();
            try (Reader reader = Files.newBufferedReader(faults)) {
                properties.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                throw new Failure(Failure.Kind.INVALID_INPUT, "cannot read the fault plan " + faults, e);
            }
            properties.stringPropertyNames().forEach(name -> plan.put(name, properties.getProperty(name)));
        }
        return plan;
    }
}
