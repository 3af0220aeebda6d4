package io.virality.app;

import io.virality.application.ingest.ImportSource;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.OptionalLong;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows how an import gets on: a bar on a terminal, a plain line every few seconds elsewhere. */
final class ImportProgress implements ImportSource.ProgressListener, AutoCloseable {

    private static final long LINE_EVERY_NANOSECONDS = 3_000_000_000L;
    private static final long MEGABYTE = 1_000_000;

    private final String source;
    private final PrintWriter error;
    private final ProgressBar bar;
    private long lastLine = System.nanoTime();

    ImportProgress(String source, PrintWriter error) {
        this.source = source;
        this.error = error;
        // Without a terminal there is no console, and control characters would only soil a log.
        this.bar = System.console() == null ? null : bar(source);
    }

    private static ProgressBar bar(String source) {
        return new ProgressBarBuilder()
                .setTaskName("Importing " + source)
                .setInitialMax(-1)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(200)
                .build();
    }

    @Override
    public void progress(long rows, long bytesRead, OptionalLong totalBytes) {
        if (bar != null) {
            bar.maxHint(totalBytes.orElse(-1));
            bar.stepTo(totalBytes.isPresent() ? bytesRead : rows);
            bar.setExtraMessage(String.format(Locale.ROOT, "%,d rows", rows));
        } else if (System.nanoTime() - lastLine > LINE_EVERY_NANOSECONDS) {
            lastLine = System.nanoTime();
            error.println(line(rows, bytesRead, totalBytes));
            error.flush();
        }
    }

    private String line(long rows, long bytesRead, OptionalLong totalBytes) {
        String done = totalBytes.isPresent()
                ? String.format(Locale.ROOT, ", %d of %d MB", bytesRead / MEGABYTE, totalBytes.getAsLong() / MEGABYTE)
                : "";
        return String.format(Locale.ROOT, "Importing %s: %,d rows%s", source, rows, done);
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
