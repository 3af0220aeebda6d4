package io.virality.app;

import com.google.inject.Injector;
import io.virality.app.Commands.Installation;
import io.virality.application.Failure;
import io.virality.application.marketplace.StudyResponse;
import io.virality.application.marketplace.StudyStoredResponse;
import io.virality.application.port.Documents;
import io.virality.domain.creator.Origin;
import io.virality.domain.response.Allocation;
import io.virality.domain.response.ResponseStudy;
import io.virality.domain.response.SpendHistory.Grain;
import io.virality.domain.response.SpendHistory.Value;
import io.virality.domain.response.StoredResponse;
import io.virality.persistence.PersistenceModule;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code virality response}. */
@Command(
        name = "response",
        description =
                "Tells how sales respond to spending: carry-over, saturation, what the next unit of money brings.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  virality response",
            "  virality response --by tier --grain day --budget 5000",
            "  virality response --series weeks.csv --time week --spend tv,facebook --value revenue",
            "  virality response --series weeks.csv --time week --spend tv,facebook --value revenue \\",
            "      --control competitor --budget 50000 --limit tv=10000:30000",
            "",
            "What is fitted, and when the data cannot carry it: docs/marketplace.md"
        })
final class ResponseCommand implements Callable<Integer> {

    private final Installation installation;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--by",
            paramLabel = "WHAT",
            description =
                    "of the database: channel (default), what is paid to creators being one, or tier of the creator")
    private String by = StudyStoredResponse.By.CHANNEL.id();

    @Option(names = "--grain", paramLabel = "PERIOD", description = "of the database: week (default) or day")
    private String grain = Grain.WEEK.id();

    @Option(
            names = "--currency",
            paramLabel = "CODE",
            description = "of the database: which amounts (default: those in the currency of most); XXX: not stated")
    private String currency;

    @Mixin
    private DatabaseOption database;

    @Option(
            names = "--series",
            paramLabel = "FILE",
            description = "a CSV file with a header, each of whose rows is a period, instead of the database")
    private Path file;

    @Option(names = "--time", paramLabel = "COLUMN", description = "of a file: when the period begins")
    private String time;

    @Option(
            names = "--spend",
            split = ",",
            paramLabel = "COLUMN",
            description = "of a file: what was spent, a column for each channel, tier or creator")
    private List<String> spend;

    @Option(
            names = "--value",
            paramLabel = "COLUMN",
            description =
                    "what was brought: a file's column; of the database orders (usual by tier), or revenue as channels"
                            + " tell it (usual by channel)")
    private String value;

    @Option(
            names = "--control",
            split = ",",
            paramLabel = "COLUMN",
            description = "of a file: what else moves it; enters linearly")
    private List<String> controls = new ArrayList<>();

    @Option(
            names = "--budget",
            paramLabel = "AMOUNT",
            description = "of a period, to divide (default: what is spent today)")
    private Double budget;

    @Option(
            names = "--limit",
            paramLabel = "CHANNEL=LEAST:MOST",
            description = "what a channel may get in a period (default: from 0 to the most that it ever got)")
    private Map<String, String> limits = new HashMap<>();

    @Option(names = "--seed", paramLabel = "N", description = "of the draws (default: 1)")
    private long seed = 1;

    @Option(names = "--simulated", description = "says in the answer that the file is invented")
    private boolean simulated;

    @Option(names = "--format", paramLabel = "FORMAT", description = "table (default) or json")
    private TableOrJson format = TableOrJson.TABLE;

    ResponseCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() {
        if (budget != null && !(budget > 0 && Double.isFinite(budget))) {
            throw Failure.invalid("a budget must be more than nothing: " + budget);
        }
        PrintWriter out = spec.commandLine().getOut();
        if (file == null) {
            fromDatabase(out);
        } else {
            fromFile(out);
        }
        out.flush();
        return Main.DONE;
    }

    private void fromDatabase(PrintWriter out) {
        if (time != null || spend != null || !controls.isEmpty()) {
            throw Failure.invalid("--time, --spend and --control name columns of a file: say which with --series");
        }
        try (PersistenceModule storage = PersistenceModule.existing(
                database.orElse(installation.settings().database()))) {
            Injector injector = installation.wire(storage);
            StoredResponse response = injector.getInstance(StudyStoredResponse.class)
                    .study(new StudyStoredResponse.Question(
                            AttributionCommand.named(
                                    "--by", StudyStoredResponse.By.values(), StudyStoredResponse.By::id, by),
                            AttributionCommand.named("--grain", Grain.values(), Grain::id, grain),
                            Optional.ofNullable(value)
                                    .map(name -> AttributionCommand.named("--value", Value.values(), Value::id, name)),
                            CurrencyOption.read(currency),
                            Optional.ofNullable(budget),
                            read(limits),
                            seed));
            if (format == TableOrJson.JSON) {
                out.println(injector.getInstance(Documents.class).response(response));
                return;
            }
            response.missing().ifPresent(missing -> out.println("Too little to tell: " + missing + "."));
            response.study().ifPresent(study -> {
                out.printf(
                        "By %s and %s, from %s until %s, %s; value: %s.%n%n",
                        response.by(),
                        response.grain().id(),
                        response.from().orElseThrow(),
                        response.until().orElseThrow().minusDays(1),
                        CurrencyOption.words(response.currency()),
                        response.value().words());
                new ResponseReport(study, response.value().words(), response.data(), out).print();
            });
            response.notes().forEach(note -> out.println("Note: " + note + "."));
        }
    }

    private void fromFile(PrintWriter out) {
        if (time == null || spend == null || value == null) {
            throw Failure.invalid("a file needs --time, --spend and --value: the names of its columns");
        }
        Injector injector = Wiring.wireTables();
        ResponseStudy study;
        try (TableProgress progress = new TableProgress(spec.commandLine().getErr())) {
            study = injector.getInstance(StudyResponse.class)
                    .study(
                            new StudyResponse.Question(
                                    file,
                                    time,
                                    spend,
                                    value,
                                    controls,
                                    Optional.ofNullable(budget),
                                    read(limits),
                                    seed),
                            progress);
        }
        if (format == TableOrJson.JSON) {
            out.println(injector.getInstance(Documents.class).response(study, simulated));
        } else {
            new ResponseReport(study, value, simulated ? Origin.SIMULATED : Origin.REAL, out).print();
        }
    }

    private static Map<String, Allocation.Limits> read(Map<String, String> texts) {
        Map<String, Allocation.Limits> limits = new HashMap<>();
        texts.forEach((channel, text) -> {
            String[] ends = text.split(":", -1);
            try {
                limits.put(channel, new Allocation.Limits(Double.parseDouble(ends[0]), Double.parseDouble(ends[1])));
            } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
                throw new Failure(
                        Failure.Kind.INVALID_INPUT, "not a limit such as 0:1000: '" + channel + "=" + text + "'", e);
            }
        });
        return limits;
    }
}
