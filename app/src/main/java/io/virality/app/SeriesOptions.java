package io.virality.app;

import io.virality.application.Failure;
import io.virality.application.forecast.ForecastSeries;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which series of a file, how far ahead and from when: the same for forecasts and back-tests. */
final class SeriesOptions {

    private static final int USUAL_HORIZON = 30;

    @Option(
            names = "--series",
            paramLabel = "FILE",
            description =
                    "a CSV file with a header, packed with gzip or not, each of whose rows is an observation; needs no"
                            + " database")
    private Path file;

    @Option(names = "--time", paramLabel = "COLUMN", description = "of the file: when, as dates or instants")
    private String time;

    @Option(names = "--value", paramLabel = "COLUMN", description = "of the file: what was counted")
    private String value;

    @Option(names = "--group", paramLabel = "COLUMN", description = "of the file: whose it is (default: one series)")
    private String group;

    @Option(names = "--horizon", paramLabel = "DAYS", description = "how far ahead, from 1 to 90 (default: 30)")
    private int horizon = USUAL_HORIZON;

    @Option(names = "--as-of", paramLabel = "DATE", description = "uses nothing later (default: everything)")
    private LocalDate asOf;

    /** The file's series, if a file is meant. */
    Optional<ForecastSeries.Source> source() {
        if (file == null) {
            if (time != null || value != null || group != null) {
                throw Failure.invalid("--time, --value and --group name columns of a file: say --series FILE");
            }
            return Optional.empty();
        }
        if (time == null || value == null) {
            throw Failure.invalid("which columns are meant? Say --time COLUMN and --value COLUMN");
        }
        return Optional.of(new ForecastSeries.Source(file, time, value, Optional.ofNullable(group)));
    }

    int horizon() {
        return horizon;
    }

    Optional<LocalDate> asOf() {
        return Optional.ofNullable(asOf);
    }
}
