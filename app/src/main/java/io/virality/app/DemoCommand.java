package io.virality.app;

import com.google.inject.Injector;
import io.virality.app.Commands.Installation;
import io.virality.application.Failure;
import io.virality.application.ingest.ImportSource;
import io.virality.application.insight.DescribeDataset;
import io.virality.application.port.Experiments;
import io.virality.application.port.Transactions;
import io.virality.domain.creator.Origin;
import io.virality.domain.insight.DatasetOverview;
import io.virality.persistence.PersistenceModule;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code virality demo}. */
@Command(
        name = "demo",
        description = "Fills a fresh database with simulated creators and serves the dashboard.",
        mixinStandardHelpOptions = true,
        footer = {"", "Examples:", "  virality demo", "  virality demo --seed 42 --port 7071 --database play.db"})
final class DemoCommand implements Callable<Integer> {

    private static final int CREATORS = 2_500;
    private static final int DAYS = 150;

    private final Installation installation;

    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-d", "--database"},
            paramLabel = "FILE",
            description = "the SQLite file; replaced if it holds simulated data only (default: ${DEFAULT-VALUE})")
    private Path database = Path.of("virality-demo.db");

    @Option(names = "--port", paramLabel = "PORT", description = "0 for any free one (default: the setting, 7070)")
    private Integer port;

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            description = "another seed simulates other creators (default: ${DEFAULT-VALUE})")
    private long seed = 7;

    DemoCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() throws IOException {
        Settings settings = installation.settings();
        clear();
        try (PersistenceModule storage = PersistenceModule.creating(database)) {
            Injector injector = installation.wire(storage);
            simulate(injector);
            try (Serving serving = Serving.start(injector, settings.host(), port == null ? settings.port() : port)) {
                PrintWriter out = spec.commandLine().getOut();
                out.println("Virality with simulated data: http://" + settings.host() + ":" + serving.port() + "/");
                out.flush();
                serving.untilStopped(storage::close);
            }
        }
        return Main.DONE;
    }

    private void simulate(Injector injector) {
        ImportSource imports = injector.getInstance(ImportSource.class);
        Simulation simulation = new Simulation(seed, CREATORS, DAYS, injector.getInstance(Clock.class));
        PrintWriter error = spec.commandLine().getErr();
        error.println("Simulating creators into " + database + " …");
        error.flush();
        ImportReport.print(simulation.importHistory(imports, error), error);
        error.println("Reading the newest day over HTTP from a mock of TikTok's API …");
        error.flush();
        ImportReport.print(simulation.importNewestDay(imports, error), error);
        new SimulatedExperiments(seed, injector.getInstance(Clock.class))
                .fill(injector.getInstance(Experiments.class), injector.getInstance(Transactions.class));
        error.flush();
    }

    private void clear() throws IOException {
        if (!Files.exists(database)) {
            return;
        }
        try (PersistenceModule storage = PersistenceModule.existing(database)) {
            Injector injector = installation.wire(storage);
            DatasetOverview overview =
                    injector.getInstance(DescribeDataset.class).describe();
            boolean realExperiments = injector.getInstance(Experiments.class).all().stream()
                    .anyMatch(experiment -> experiment.origin() != Origin.SIMULATED);
            if (overview.creators() > 0 && overview.origin() != Origin.SIMULATED || realExperiments) {
                throw Failure.invalid(
                        database + " holds real data, which the demo would replace: choose another --database");
            }
        }
        for (String suffix : new String[] {"", "-wal", "-shm"}) {
            Files.deleteIfExists(Path.of(database + suffix));
        }
    }
}
