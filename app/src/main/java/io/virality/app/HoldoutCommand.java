package io.virality.app;

import com.google.inject.Injector;
import io.virality.application.marketplace.MeasureHoldout;
import io.virality.application.port.Documents;
import io.virality.domain.efficiency.Returns;
import io.virality.domain.experiment.DifferenceInDifferences;
import io.virality.domain.experiment.Holdout;
import io.virality.domain.stats.Interval;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code virality holdout}. */
@Command(
        name = "holdout",
        description = "Tells what would not have been sold without it: treated regions beside untouched ones.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Example:",
            "  virality holdout --series sales.csv --time day --region state --value sales --treated ca,tx,ny \\",
            "      --start 2026-10-01 --drawn-by-chance",
            "",
            "What it compares, and when that is no evidence: docs/marketplace.md"
        })
final class HoldoutCommand implements Callable<Integer> {

    private static final double SMALLEST_SHOWN = .005;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--series",
            required = true,
            paramLabel = "FILE",
            description = "a CSV file with a header, each of whose rows is a region in a period; needs no database")
    private Path file;

    @Option(names = "--time", required = true, paramLabel = "COLUMN", description = "when the period begins")
    private String time;

    @Option(names = "--region", required = true, paramLabel = "COLUMN", description = "the region")
    private String region;

    @Option(names = "--value", required = true, paramLabel = "COLUMN", description = "what was sold")
    private String value;

    @Option(names = "--treated", required = true, split = ",", paramLabel = "REGION", description = "where it was done")
    private List<String> treated;

    @Option(names = "--start", required = true, paramLabel = "DATE", description = "the first day of it")
    private LocalDate start;

    @Option(names = "--drawn-by-chance", description = "says that chance chose the treated regions")
    private boolean drawn;

    @Option(names = "--simulated", description = "says in the answer that the file is invented")
    private boolean simulated;

    @Option(names = "--format", paramLabel = "FORMAT", description = "table (default) or json")
    private TableOrJson format = TableOrJson.TABLE;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Injector injector = Wiring.wireTables();
        Holdout holdout;
        try (TableProgress progress = new TableProgress(spec.commandLine().getErr())) {
            holdout = injector.getInstance(MeasureHoldout.class)
                    .measure(
                            new MeasureHoldout.Question(file, time, region, value, new HashSet<>(treated), start),
                            progress);
        }
        if (format == TableOrJson.JSON) {
            out.println(injector.getInstance(Documents.class).holdout(holdout, drawn, simulated));
        } else {
            print(holdout.difference(), out);
            print(holdout, out);
        }
        out.flush();
        return Main.DONE;
    }

    private void print(DifferenceInDifferences difference, PrintWriter out) {
        Interval one = difference.interval(Interval.USUAL_CONFIDENCE);
        Returns.Number incremental = Returns.incremental(difference, drawn);
        Interval all = incremental.interval().orElseThrow();
        out.println(words(
                "incremental %s: %,.2f, 95 %% [%,.2f, %,.2f], in %d treated regions and %d periods",
                Text.plain(value),
                difference.total(),
                all.low(),
                all.high(),
                difference.treated(),
                difference.periods()));
        out.println(words(
                "  of a region in a period: %,.4f, 95 %% [%,.4f, %,.4f], p = %.4f",
                difference.effect().estimate(), one.low(), one.high(), difference.pValue()));
        out.println("  strength of evidence: " + incremental.strength().words() + " (" + incremental.basis() + ")");
        difference
                .drift()
                .ifPresentOrElse(
                        drift -> out.println(words(
                                "  before it began the treated regions' slope differed by %.4f a period (t = %.2f): %s",
                                drift.estimate(),
                                drift.t(),
                                difference.drifted() ? "THEY WENT APART ALREADY" : "no sign that they went apart")),
                        () -> out.println("  too few periods before it began to see whether the regions went alike"));
        out.println("n = " + (difference.treated() + difference.control()) + " regions ("
                + (simulated ? "simulated" : "real") + " data): each region's change is one observation.");
        out.println("Note: it holds if the treated regions would have changed as the untouched ones did.");
    }

    private void print(Holdout holdout, PrintWriter out) {
        out.println();
        holdout.missing().ifPresent(missing -> out.println("No synthetic control: " + missing + "."));
        holdout.synthetic().ifPresent(control -> {
            Returns.Number incremental = Returns.incremental(control, drawn);
            out.println(words(
                    "beside a synthetic region: incremental %s: %,.2f; of a region in a period %,.4f, placebo p = %.4f (at"
                            + " least %.4f with so many regions)",
                    Text.plain(value), control.total(), control.effect(), control.pValue(), control.smallestPValue()));
            out.println("  strength of evidence: " + incremental.strength().words() + " (" + incremental.basis() + ")");
            out.println(words(
                    "  before it began it missed the treated mean of %,.2f by %,.2f a period",
                    control.level(), control.fitBefore()));
            List<String> parts = new ArrayList<>();
            for (int i = 0; i < holdout.untouched().size(); i++) {
                if (control.weights().get(i) >= SMALLEST_SHOWN) {
                    parts.add(words(
                            "%s %.0f %%",
                            Text.plain(holdout.untouched().get(i)),
                            100 * control.weights().get(i)));
                }
            }
            out.println("  it is made of " + String.join(", ", parts));
        });
    }

    private static String words(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }
}
