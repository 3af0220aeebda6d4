package io.virality.application.experiment;

import io.virality.application.Failure;
import io.virality.application.port.Experiments;
import io.virality.application.port.Transactions;
import io.virality.domain.experiment.Experiment;
import jakarta.inject.Inject;
import java.time.Clock;

/** Ends a running experiment. */
public final class StopExperiment {

    private final Register register;
    private final Clock clock;

    @Inject
    StopExperiment(Experiments experiments, Transactions transactions, Clock clock) {
        this.register = new Register(experiments, transactions);
        this.clock = clock;
    }

    /**
     * It afterwards.
     *
     * @param by who does it
     * @throws Failure {@code NOT_FOUND} if there is no such experiment, {@code CONFLICT} if that cannot be done to it
     */
    public Experiment stop(String key, String reason, String by) {
        return register.replace(key, running -> running.stopped(reason, by, clock.instant()));
    }
}
