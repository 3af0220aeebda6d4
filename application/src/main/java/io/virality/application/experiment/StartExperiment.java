package io.virality.application.experiment;

import io.virality.application.Failure;
import io.virality.application.port.Experiments;
import io.virality.application.port.Transactions;
import io.virality.domain.experiment.Experiment;
import jakarta.inject.Inject;
import java.time.Clock;

/** Lets a draft begin: from now on its variations are dealt out, and its metrics are settled. */
public final class StartExperiment {

    private final Register register;
    private final Clock clock;

    @Inject
    StartExperiment(Experiments experiments, Transactions transactions, Clock clock) {
        this.register = new Register(experiments, transactions);
        this.clock = clock;
    }

    /**
     * It afterwards.
     *
     * @param by who does it
     * @throws Failure {@code NOT_FOUND} if there is no such experiment, {@code CONFLICT} if that cannot be done to it
     */
    public Experiment start(String key, String by) {
        return register.replace(key, draft -> draft.started(by, clock.instant()));
    }
}
