package io.virality.application.experiment;

import io.virality.application.Failure;
import io.virality.application.port.Experiments;
import io.virality.application.port.Transactions;
import io.virality.domain.experiment.Experiment;
import jakarta.inject.Inject;
import java.time.Clock;

/** Puts an experiment away. */
public final class ArchiveExperiment {

    private final Register register;
    private final Clock clock;

    @Inject
    ArchiveExperiment(Experiments experiments, Transactions transactions, Clock clock) {
        this.register = new Register(experiments, transactions);
        this.clock = clock;
    }

    /**
     * It afterwards.
     *
     * @param by who does it
     * @throws Failure {@code NOT_FOUND} if there is no such experiment, {@code CONFLICT} if that cannot be done to it
     */
    public Experiment archive(String key, String by) {
        return register.replace(key, ended -> ended.archived(by, clock.instant()));
    }
}
