package io.virality.application.experiment;

import io.virality.application.Failure;
import io.virality.application.port.Experiments;
import io.virality.application.port.Transactions;
import io.virality.domain.experiment.Experiment;
import io.virality.domain.experiment.Exposure;
import io.virality.domain.experiment.Line;
import io.virality.domain.experiment.Receipt;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Keeps which units met which variations. */
public final class RecordExposures {

    private final Experiments experiments;
    private final Intake intake;

    @Inject
    RecordExposures(Experiments experiments, Transactions transactions, Clock clock) {
        this.experiments = experiments;
        this.intake = new Intake(experiments, transactions, clock);
    }

    /**
     * Takes in all exposures, or none.
     *
     * @throws Failure {@code NOT_FOUND} if there is no such experiment, {@code CONFLICT} if it has not begun, is put away,
     *     or is told in summaries, {@code IMPOSSIBLE_INPUT} that names a line which cannot be
     */
    public Receipt record(String key, Iterator<Line<Exposure>> exposures) {
        return intake.take(key, exposures, new OfExposures());
    }

    private final class OfExposures implements Intake.Rules<Exposure> {

        @Override
        public Optional<String> closed(Experiment experiment) {
            if (experiment.startedAt().isEmpty()) {
                return Optional.of("it has not begun: start it before units are exposed");
            }
            if (experiment.state() == Experiment.State.ARCHIVED) {
                return Optional.of("it is archived");
            }
            return experiments.watermark(experiment).summarized()
                    ? Optional.of("it is told in summaries, which cannot be mixed with exposures")
                    : Optional.empty();
        }

        @Override
        public Optional<String> wrong(Experiment experiment, Exposure exposure) {
            if (exposure.at().isBefore(experiment.startedAt().orElseThrow())) {
                return Optional.of("nobody was exposed at " + exposure.at() + ": the experiment began at "
                        + experiment.startedAt().orElseThrow());
            }
            if (experiment.stoppedAt().filter(exposure.at()::isAfter).isPresent()) {
                return Optional.of("nobody was exposed at " + exposure.at() + ": the experiment ended at "
                        + experiment.stoppedAt().orElseThrow());
            }
            return Intake.unknown(experiment, exposure.variation());
        }

        @Override
        public void keep(Experiment experiment, long delivery, List<Exposure> rows) {
            experiments.recordExposures(experiment, delivery, rows);
        }

        @Override
        public List<String> notes(Experiment experiment) {
            return List.of();
        }
    }
}
