package io.virality.app;

import com.google.inject.Injector;
import io.virality.application.Failure;
import io.virality.application.forecast.ForecastSeries;
import io.virality.application.port.Documents;
import io.virality.domain.forecast.Forecast;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code virality forecast}. */
@Command(
        name = "forecast",
        description = "Tells how counts go on, with bands that cover what they say, and what the methods were worth.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  virality forecast --series followers.csv --time date --value followers --group user_id --horizon 30",
            "",
            "What is done about gaps, rounding, dips and renames: docs/forecasts.md"
        })
final class ForecastCommand implements Callable<Integer> {

    /** How the forecasts are printed. */
    enum Form {
        /** For terminals. */
        TABLE,
        /** One document. */
        JSON
    }

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--series",
            paramLabel = "FILE",
            required = true,
            description = "a CSV file with a header, packed with gzip or not, each of whose rows is an observation")
    private Path series;

    @Option(names = "--time", paramLabel = "COLUMN", description = "when it was observed: dates or instants")
    private String time;

    @Option(names = "--value", paramLabel = "COLUMN", description = "what was counted")
    private String value;

    @Option(names = "--group", paramLabel = "COLUMN", description = "whose it is (default: there is one series)")
    private String group;

    @Option(names = "--horizon", paramLabel = "DAYS", description = "how far ahead, from 1 to 90 (default: 30)")
    private int horizon = 30;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "uses nothing later, and forecasts the days that follow")
    private LocalDate asOf;

    @Option(names = "--format", paramLabel = "FORMAT", description = "table (default) or json")
    private Form format = Form.TABLE;

    @Override
    public Integer call() {
        if (time == null || value == null) {
            throw Failure.invalid("which columns are meant? Say --time COLUMN and --value COLUMN");
        }
        Injector injector = Wiring.wireTables();
        ForecastSeries.Source source = new ForecastSeries.Source(series, time, value, Optional.ofNullable(group));
        List<Forecast> forecasts;
        try (TableProgress progress = new TableProgress(spec.commandLine().getErr())) {
            forecasts = injector.getInstance(ForecastSeries.class)
                    .forecast(new ForecastSeries.Question(source, horizon, Optional.ofNullable(asOf)), progress);
        }
        PrintWriter out = spec.commandLine().getOut();
        switch (format) {
            case JSON -> out.println(injector.getInstance(Documents.class).forecasts(forecasts));
            case TABLE -> new ForecastReport(forecasts, out).print();
        }
        out.flush();
        return Main.DONE;
    }
}
