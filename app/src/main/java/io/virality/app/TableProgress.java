package io.virality.app;

import io.virality.application.port.Tables;
import java.io.PrintWriter;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows how reading a table gets on: a bar on a terminal, a plain line every few seconds elsewhere. */
final class TableProgress implements Tables.Progress, AutoCloseable {

    private static final long LINE_EVERY_NANOSECONDS = 3_000_000_000L;
    private static final long MEGABYTE = 1_000_000;

    private final PrintWriter error;
    private ProgressBar bar;
    private long lastLine = System.nanoTime();

    TableProgress(PrintWriter error) {
        this.error = error;
    }

    @Override
    public void read(long bytes, long all) {
        if (System.nanoTime() - lastLine < LINE_EVERY_NANOSECONDS / (bar == null ? 3 : 10)) {
            return;
        }
        if (System.console() != null) {
            bar = bar == null ? bar(all) : bar;
            bar.stepTo(bytes / MEGABYTE);
            lastLine = System.nanoTime();
        } else if (System.nanoTime() - lastLine > LINE_EVERY_NANOSECONDS) {
            error.println(String.format(Locale.ROOT, "Reading: %d of %d MB", bytes / MEGABYTE, all / MEGABYTE));
            error.flush();
            lastLine = System.nanoTime();
        }
    }

    private static ProgressBar bar(long all) {
        return new ProgressBarBuilder()
                .setTaskName("Reading")
                .setInitialMax(all / MEGABYTE)
                .setUnit(" MB", 1)
                .setStyle(ProgressBarStyle.ASCII)
                .build();
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
