package io.virality.app;

import io.virality.domain.model.TrainingProgress;
import java.io.PrintWriter;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows how a training gets on: a bar for each step on a terminal, a plain line every few seconds elsewhere. */
final class TrainingBar implements AutoCloseable {

    private static final long LINE_EVERY_NANOSECONDS = 3_000_000_000L;

    private final PrintWriter error;
    private final String work;
    private final boolean terminal = System.console() != null;
    private String step = "";
    private ProgressBar bar;
    private long lastLine = System.nanoTime();

    TrainingBar(PrintWriter error) {
        this(error, "Training");
    }

    TrainingBar(PrintWriter error, String work) {
        this.error = error;
        this.work = work;
    }

    void progressed(TrainingProgress progress) {
        if (!terminal) {
            line(progress);
            return;
        }
        if (!progress.step().equals(step)) {
            close();
            step = progress.step();
            bar = new ProgressBarBuilder()
                    .setTaskName(step)
                    .setInitialMax(progress.of())
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(200)
                    .clearDisplayOnFinish()
                    .build();
        }
        bar.stepTo(progress.done());
    }

    private void line(TrainingProgress progress) {
        if (System.nanoTime() - lastLine > LINE_EVERY_NANOSECONDS) {
            lastLine = System.nanoTime();
            error.println(String.format(
                    Locale.ROOT, "%s: %s, %,d of %,d", work, progress.step(), progress.done(), progress.of()));
            error.flush();
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
