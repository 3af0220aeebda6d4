package io.virality.app;

import io.virality.application.experiment.SimulateExperiment;
import java.io.PrintWriter;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows how a simulation gets on: a bar on a terminal, a plain line every few seconds elsewhere. */
final class SimulationProgress implements SimulateExperiment.Progress, AutoCloseable {

    private static final long LINE_EVERY_NANOSECONDS = 3_000_000_000L;

    private final PrintWriter error;
    private final ProgressBar bar;
    private long lastLine = System.nanoTime();

    SimulationProgress(int runs, PrintWriter error) {
        this.error = error;
        this.bar = System.console() == null
                ? null
                : new ProgressBarBuilder()
                        .setTaskName("Simulating")
                        .setInitialMax(runs)
                        .setStyle(ProgressBarStyle.ASCII)
                        .setUpdateIntervalMillis(200)
                        .build();
    }

    @Override
    public void simulated(int runs, int all) {
        if (bar != null) {
            bar.stepTo(runs);
        } else if (System.nanoTime() - lastLine > LINE_EVERY_NANOSECONDS) {
            lastLine = System.nanoTime();
            error.println(String.format(Locale.ROOT, "Simulating: %,d of %,d experiments", runs, all));
            error.flush();
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
