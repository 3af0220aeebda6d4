package io.virality.app;

import com.google.inject.Injector;
import io.virality.app.Commands.Installation;
import io.virality.application.forecast.LearnDrivers;
import io.virality.application.forecast.LearnDrivers.Result;
import io.virality.application.port.Documents;
import io.virality.domain.forecast.GrowthDrivers;
import io.virality.domain.model.Metric;
import io.virality.domain.model.Metric.Figure;
import io.virality.persistence.PersistenceModule;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code virality drivers}. */
@Command(
        name = "drivers",
        description = "Learns what goes with the growth of creators in thirty days, and how well it tells that growth.",
        mixinStandardHelpOptions = true,
        footer = {"", "Examples:", "  virality drivers", "  virality drivers --seed 7 --format json"})
final class DriversCommand implements Callable<Integer> {

    private final Installation installation;

    @Spec
    private CommandSpec spec;

    @Option(names = "--seed", paramLabel = "N", description = "of all that is left to chance (default: 1)")
    private long seed = 1;

    @Mixin
    private DatabaseOption database;

    @Option(names = "--format", paramLabel = "FORMAT", description = "table or json (default: table)")
    private TableOrJson format = TableOrJson.TABLE;

    DriversCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (PersistenceModule storage = PersistenceModule.existing(
                        database.orElse(installation.settings().database()));
                TrainingBar progress = new TrainingBar(spec.commandLine().getErr())) {
            Injector injector = installation.wire(storage);
            Result result = injector.getInstance(LearnDrivers.class).learn(seed, progress::progressed);
            if (format == TableOrJson.JSON) {
                Documents documents = injector.getInstance(Documents.class);
                out.println(
                        result instanceof Result.TooLittle little
                                ? documents.drivers(Optional.empty(), little.missing())
                                : documents.drivers(Optional.of(((Result.Learnt) result).drivers()), ""));
            } else if (result instanceof Result.TooLittle little) {
                out.println("Too little is known: " + little.missing() + ".");
            } else {
                print(((Result.Learnt) result).drivers(), out);
            }
        }
        out.flush();
        return Main.DONE;
    }

    private static void print(GrowthDrivers drivers, PrintWriter out) {
        Metric error = drivers.error();
        out.println(words(
                "Growth of followers in thirty days is told with a mean error of %s %%; panel-drift errs by %s %%.",
                percent(error.model()), percent(error.baseline().orElseThrow())));
        out.println(words(
                "The model is %s: it errs by %s points less.",
                error.standing().words(), percent(error.gain().orElseThrow())));
        out.println();
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("driver", "importance (points of error)", "effect (%)"));
        drivers.lines()
                .forEach(line ->
                        rows.add(List.of(line.driver().words(), percent(line.importance()), percent(line.effect()))));
        Text.table(rows).forEach(out::println);
        out.println();
        drivers.lines().forEach(line -> out.println("  " + line.driver().words() + ": " + line.words() + "."));
        out.println();
        out.println("Judged on creators that it had not seen, in the time after all that it had learnt from.");
        out.println("In brackets: intervals of 95 %, by drawing creators anew. Data: "
                + drivers.card().rows().origin().id() + ".");
        out.println("Kept as " + drivers.card().id() + "; its card: virality models "
                + drivers.card().id());
    }

    private static String percent(Figure figure) {
        return words("%.2f", 100 * figure.value())
                + figure.interval()
                        .map(interval -> words(" [%.2f, %.2f]", 100 * interval.low(), 100 * interval.high()))
                        .orElse("");
    }

    private static String words(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }
}
