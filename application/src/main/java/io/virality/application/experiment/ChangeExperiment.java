package io.virality.application.experiment;

import io.virality.application.Failure;
import io.virality.application.port.Experiments;
import io.virality.application.port.Transactions;
import io.virality.domain.experiment.Design;
import io.virality.domain.experiment.Experiment;
import jakarta.inject.Inject;
import java.time.Clock;

/** Gives an experiment another design; what is changed after its start is kept, and shown. */
public final class ChangeExperiment {

    private final Experiments experiments;
    private final Register register;
    private final Clock clock;

    @Inject
    ChangeExperiment(Experiments experiments, Transactions transactions, Clock clock) {
        this.experiments = experiments;
        this.register = new Register(experiments, transactions);
        this.clock = clock;
    }

    /**
     * It afterwards.
     *
     * @param by who does it
     * @throws Failure {@code NOT_FOUND} if there is no such experiment, {@code CONFLICT} if that cannot be done to it
     */
    public Experiment change(String key, Design design, String by) {
        return register.replace(key, known -> {
            Experiment changed = known.changed(design, by, clock.instant());
            known.design().measuredOtherwise(design).forEach(metric -> experiments.releaseCap(known, metric));
            return changed;
        });
    }
}
