package io.virality.application.experiment;

import io.virality.application.Failure;
import io.virality.application.port.Experiments;
import io.virality.application.port.Transactions;
import io.virality.domain.creator.Origin;
import io.virality.domain.experiment.Design;
import io.virality.domain.experiment.Experiment;
import jakarta.inject.Inject;
import java.time.Clock;

/** Writes a new experiment down. */
public final class DraftExperiment {

    private final Experiments experiments;
    private final Transactions transactions;
    private final Clock clock;

    @Inject
    DraftExperiment(Experiments experiments, Transactions transactions, Clock clock) {
        this.experiments = experiments;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * The draft.
     *
     * @param by who writes it
     * @throws Failure {@code CONFLICT} if there is one of this key
     */
    public Experiment draft(Design design, Origin origin, String by) {
        Experiment draft = Experiment.drafted(design, origin, by, clock.instant());
        transactions.run(() -> {
            if (experiments.find(design.key()).isPresent()) {
                throw new Failure(
                        Failure.Kind.CONFLICT,
                        "there is an experiment '" + design.key() + "' already: change it, or choose another key");
            }
            experiments.save(draft);
        });
        return draft;
    }
}
