package io.virality.application;

import io.virality.domain.model.TrainingProgress;
import java.util.concurrent.CancellationException;

/** Is told how a training gets on, and may break it off: what is kept then, whoever trains says. */
public interface TrainingListener {

    /** So far. */
    void progressed(TrainingProgress progress);

    /** Whether to break off. */
    default boolean cancelled() {
        return false;
    }

    /**
     * Tells how far a training is before it goes on.
     *
     * @throws CancellationException if it is to be broken off
     */
    default void goOn(TrainingProgress progress) {
        if (cancelled()) {
            throw new CancellationException("broken off at: " + progress.step());
        }
        progressed(progress);
    }
}
