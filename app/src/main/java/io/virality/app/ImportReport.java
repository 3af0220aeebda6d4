package io.virality.app;

import io.virality.domain.creator.Origin;
import io.virality.domain.ingest.ImportSummary;
import io.virality.domain.ingest.RejectionGroup;
import java.io.PrintWriter;
import java.util.Locale;

/** An import's summary for people. */
final class ImportReport {

    private ImportReport() {}

    static void print(ImportSummary summary, PrintWriter out) {
        double seconds = summary.duration().toMillis() / 1000.0;
        out.printf(
                Locale.ROOT,
                "Imported from %s (%s%s): %,d rows read in %.1f s%s.%n",
                summary.source(),
                summary.version(),
                summary.origin() == Origin.SIMULATED ? ", simulated" : "",
                summary.read(),
                seconds,
                seconds > 0
                        ? String.format(Locale.ROOT, " (%,d rows a second)", Math.round(summary.read() / seconds))
                        : "");
        line(out, "stored", summary.tally().stored());
        line(out, "updated", summary.tally().updated());
        line(out, "unchanged", summary.tally().unchanged());
        line(out, "rejected", summary.rejected());
        summary.assumedTime()
                .ifPresent(time -> out.printf(
                        Locale.ROOT,
                        "  %,d rows do not say when they held: taken as of %s%n",
                        time.rows(),
                        time.observedAt()));
        for (RejectionGroup group : summary.rejections()) {
            out.printf(
                    Locale.ROOT,
                    "    %,d × %s; first in line %s: %s%n",
                    group.count(),
                    group.reason(),
                    Text.plain(group.firstPosition()),
                    Text.plain(group.example()));
        }
    }

    private static void line(PrintWriter out, String what, long count) {
        out.printf(Locale.ROOT, "  %-10s %,12d%n", what, count);
    }
}
