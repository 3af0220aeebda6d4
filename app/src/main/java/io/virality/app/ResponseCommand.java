package io.virality.app;

import com.google.inject.Injector;
import io.virality.application.Failure;
import io.virality.application.marketplace.StudyResponse;
import io.virality.application.port.Documents;
import io.virality.domain.response.Allocation;
import io.virality.domain.response.ResponseStudy;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
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
            "  virality response --series weeks.csv --time week --spend tv,facebook --value revenue",
            "  virality response --series weeks.csv --time week --spend tv,facebook --value revenue \\",
            "      --control competitor --budget 50000 --limit tv=10000:30000",
            "",
            "What is fitted, and when the data cannot carry it: docs/marketplace.md"
        })
final class ResponseCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--series",
            required = true,
            paramLabel = "FILE",
            description = "a CSV file with a header, each of whose rows is a period; needs no database")
    private Path file;

    @Option(names = "--time", required = true, paramLabel = "COLUMN", description = "when the period begins")
    private String time;

    @Option(
            names = "--spend",
            required = true,
            split = ",",
            paramLabel = "COLUMN",
            description = "what was spent, a column for each channel, tier or creator")
    private List<String> spend;

    @Option(
            names = "--value",
            required = true,
            paramLabel = "COLUMN",
            description = "what was brought: revenue, orders")
    private String value;

    @Option(
            names = "--control",
            split = ",",
            paramLabel = "COLUMN",
            description = "what else moves it; enters linearly")
    private List<String> controls = new ArrayList<>();

    @Option(
            names = "--budget",
            paramLabel = "AMOUNT",
            description = "of a period, to divide (default: what is spent today)")
    private Double budget;

    @Option(
            names = "--limit",
            paramLabel = "COLUMN=LEAST:MOST",
            description = "what a channel may get in a period (default: from 0 to the most that it ever got)")
    private Map<String, String> limits = new HashMap<>();

    @Option(names = "--seed", paramLabel = "N", description = "of the draws (default: 1)")
    private long seed = 1;

    @Option(names = "--simulated", description = "says in the answer that the file is invented")
    private boolean simulated;

    @Option(names = "--format", paramLabel = "FORMAT", description = "table (default) or json")
    private TableOrJson format = TableOrJson.TABLE;

    @Override
    public Integer call() {
        if (budget != null && !(budget > 0 && Double.isFinite(budget))) {
            throw Failure.invalid("a budget must be more than nothing: " + budget);
        }
        PrintWriter out = spec.commandLine().getOut();
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
            new ResponseReport(study, value, simulated, out).print();
        }
        out.flush();
        return Main.DONE;
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
