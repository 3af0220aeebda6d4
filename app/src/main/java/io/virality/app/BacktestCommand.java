package io.virality.app;

import com.google.inject.Injector;
import io.virality.app.Commands.Installation;
import io.virality.application.Failure;
import io.virality.application.forecast.BacktestForecasts;
import io.virality.application.forecast.BacktestSeries;
import io.virality.application.forecast.ForecastSeries;
import io.virality.application.port.Documents;
import io.virality.domain.forecast.Metric;
import io.virality.domain.forecast.Report;
import io.virality.persistence.PersistenceModule;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code virality backtest}. */
@Command(
        name = "backtest",
        description =
                "Tells what each method of forecasting was worth: from days of the past, compared with what came.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  virality backtest --by tier",
            "  virality backtest --series followers.csv --time date --value followers --group user_id --horizon 30",
            "",
            "What the figures mean: docs/forecasts.md"
        })
final class BacktestCommand implements Callable<Integer> {

    /** What divides creators. */
    enum Division {
        /** Their size. */
        TIER
    }

    private final Installation installation;

    @Spec
    private CommandSpec spec;

    @Option(names = "--by", paramLabel = "tier", description = "tries each tier of creators on its own, too")
    private Division by;

    @Option(
            names = "--metric",
            paramLabel = "METRIC",
            description = "of the creators: followers (default), likes, videos, views or sales")
    private Metric metric = Metric.FOLLOWERS;

    @Mixin
    private SeriesOptions options;

    @Mixin
    private DatabaseOption database;

    @Option(names = "--format", paramLabel = "FORMAT", description = "table (default) or json")
    private TableOrJson format = TableOrJson.TABLE;

    BacktestCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() {
        Optional<ForecastSeries.Source> source = options.source();
        if (source.isPresent() && by != null) {
            throw Failure.invalid("--by tier divides creators of the database: leave it out with --series");
        }
        PrintWriter out = spec.commandLine().getOut();
        if (source.isPresent()) {
            Injector injector = Wiring.wireTables();
            try (TableProgress progress = new TableProgress(spec.commandLine().getErr())) {
                Report report = injector.getInstance(BacktestSeries.class)
                        .backtest(
                                new BacktestSeries.Question(source.get(), options.horizon(), options.asOf()), progress);
                print(List.of(report), injector, out);
            }
        } else {
            try (PersistenceModule storage = PersistenceModule.existing(
                    database.orElse(installation.settings().database()))) {
                Injector injector = installation.wire(storage);
                List<Report> reports = injector.getInstance(BacktestForecasts.class)
                        .backtest(new BacktestForecasts.Question(
                                metric, options.horizon(), options.asOf(), by == Division.TIER));
                print(reports, injector, out);
            }
        }
        out.flush();
        return Main.DONE;
    }

    private void print(List<Report> reports, Injector injector, PrintWriter out) {
        switch (format) {
            case JSON -> out.println(injector.getInstance(Documents.class).backtests(reports));
            case TABLE -> new BacktestReport(out).print(reports);
        }
    }
}
