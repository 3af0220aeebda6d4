package io.virality.app;

import com.google.inject.Injector;
import io.virality.app.Commands.Installation;
import io.virality.application.Failure;
import io.virality.application.forecast.ForecastGrowth;
import io.virality.application.forecast.ForecastSeries;
import io.virality.application.port.Documents;
import io.virality.domain.creator.Handle;
import io.virality.domain.forecast.Forecast;
import io.virality.domain.forecast.Metric;
import io.virality.persistence.PersistenceModule;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
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
            "  virality forecast @ada --horizon 30",
            "  virality forecast --series followers.csv --time date --value followers --group user_id --horizon 30",
            "",
            "What is done about gaps, rounding, dips and renames: docs/forecasts.md"
        })
final class ForecastCommand implements Callable<Integer> {

    private final Installation installation;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", arity = "0..1", paramLabel = "HANDLE", description = "a creator in the database")
    private String handle;

    @Option(
            names = "--metric",
            paramLabel = "METRIC",
            description = "of the creator: followers (default), likes, videos, views or sales")
    private Metric metric = Metric.FOLLOWERS;

    @Mixin
    private SeriesOptions options;

    @Mixin
    private DatabaseOption database;

    @Option(names = "--format", paramLabel = "FORMAT", description = "table (default) or json")
    private TableOrJson format = TableOrJson.TABLE;

    ForecastCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() {
        Optional<ForecastSeries.Source> source = options.source();
        if (source.isPresent() == (handle != null)) {
            throw Failure.invalid("whose counts? Name a creator, or a file with --series FILE");
        }
        PrintWriter out = spec.commandLine().getOut();
        if (source.isPresent()) {
            forecastSeries(source.get(), out);
        } else {
            forecastCreator(out);
        }
        out.flush();
        return Main.DONE;
    }

    private void forecastSeries(ForecastSeries.Source source, PrintWriter out) {
        Injector injector = Wiring.wireTables();
        List<Forecast> forecasts;
        try (TableProgress progress = new TableProgress(spec.commandLine().getErr())) {
            forecasts = injector.getInstance(ForecastSeries.class)
                    .forecast(new ForecastSeries.Question(source, options.horizon(), options.asOf()), progress);
        }
        switch (format) {
            case JSON -> {
                injector.getInstance(Documents.class).forecasts(forecasts, out);
                out.println();
            }
            case TABLE -> new ForecastReport(forecasts, out).print();
        }
    }

    private void forecastCreator(PrintWriter out) {
        try (PersistenceModule storage = PersistenceModule.existing(
                database.orElse(installation.settings().database()))) {
            Injector injector = installation.wire(storage);
            ForecastGrowth.Answer answer = injector.getInstance(ForecastGrowth.class)
                    .forecast(new ForecastGrowth.Question(creator(), metric, options.horizon(), options.asOf()));
            switch (format) {
                case JSON ->
                    out.println(
                            injector.getInstance(Documents.class).forecast(answer.forecast(), metric, answer.origin()));
                case TABLE -> {
                    new ForecastReport(List.of(answer.forecast()), out).print();
                    out.println("data: " + answer.origin().id());
                }
            }
        }
    }

    private Handle creator() {
        try {
            return Handle.tiktok(handle);
        } catch (IllegalArgumentException e) {
            throw new Failure(Failure.Kind.INVALID_INPUT, e.getMessage(), e);
        }
    }
}
