package io.virality.application.experiment;

import io.virality.application.Failure;
import io.virality.application.port.Experiments;
import io.virality.application.port.Transactions;
import io.virality.domain.experiment.Experiment;
import io.virality.domain.experiment.Line;
import io.virality.domain.experiment.Outcome;
import io.virality.domain.experiment.Receipt;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Keeps what happened with units; also before their exposure, and before the experiment: covariates are made of that. */
public final class RecordOutcomes {

    private final Experiments experiments;
    private final Intake intake;

    @Inject
    RecordOutcomes(Experiments experiments, Transactions transactions, Clock clock) {
        this.experiments = experiments;
        this.intake = new Intake(experiments, transactions, clock);
    }

    /**
     * Takes in all outcomes, or none. An outcome that was told before is corrected.
     *
     * @throws Failure {@code NOT_FOUND} if there is no such experiment, {@code CONFLICT} if it is put away
     */
    public Receipt record(String key, Iterator<Line<Outcome>> outcomes) {
        return intake.take(key, outcomes, new OfOutcomes());
    }

    private final class OfOutcomes implements Intake.Rules<Outcome> {

        private final Set<String> names = new TreeSet<>();

        @Override
        public Optional<String> closed(Experiment experiment) {
            return experiment.state() == Experiment.State.ARCHIVED ? Optional.of("it is archived") : Optional.empty();
        }

        @Override
        public Optional<String> wrong(Experiment experiment, Outcome outcome) {
            return Optional.empty();
        }

        @Override
        public void keep(Experiment experiment, long delivery, List<Outcome> rows) {
            rows.forEach(outcome -> names.add(outcome.name()));
            experiments.recordOutcomes(experiment, delivery, rows);
        }

        @Override
        public List<String> notes(Experiment experiment) {
            Set<String> measured = new TreeSet<>();
            experiment.design().metrics().forEach(metric -> {
                measured.add(metric.measurement().outcome());
                metric.measurement().per().ifPresent(measured::add);
            });
            return names.stream()
                    .filter(name -> !measured.contains(name))
                    .map(name -> "no metric is made of the outcome '" + name + "'")
                    .toList();
        }
    }
}
