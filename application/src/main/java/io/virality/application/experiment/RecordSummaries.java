package io.virality.application.experiment;

import io.virality.application.Failure;
import io.virality.application.port.Experiments;
import io.virality.application.port.Transactions;
import io.virality.domain.experiment.Experiment;
import io.virality.domain.experiment.Line;
import io.virality.domain.experiment.Metric;
import io.virality.domain.experiment.Receipt;
import io.virality.domain.experiment.RegisteredMetric;
import io.virality.domain.experiment.Summary;
import io.virality.domain.experiment.Watermark;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Keeps units that somebody else has counted. */
public final class RecordSummaries {

    private final Experiments experiments;
    private final Intake intake;

    @Inject
    RecordSummaries(Experiments experiments, Transactions transactions, Clock clock) {
        this.experiments = experiments;
        this.intake = new Intake(experiments, transactions, clock);
    }

    /**
     * Takes in all summaries, or none. A summary that was told before is corrected.
     *
     * @throws Failure {@code NOT_FOUND} if there is no such experiment, {@code CONFLICT} if it has not begun, is put away,
     *     or is told in exposures, {@code IMPOSSIBLE_INPUT} that names a line which cannot be
     */
    public Receipt record(String key, Iterator<Line<Summary>> summaries) {
        return intake.take(key, summaries, new OfSummaries());
    }

    private final class OfSummaries implements Intake.Rules<Summary> {

        @Override
        public Optional<String> closed(Experiment experiment) {
            if (experiment.startedAt().isEmpty()) {
                return Optional.of("it has not begun: start it before units are counted");
            }
            if (experiment.state() == Experiment.State.ARCHIVED) {
                return Optional.of("it is archived");
            }
            Watermark told = experiments.watermark(experiment);
            return told.rows() > 0 && !told.summarized()
                    ? Optional.of("it is told in exposures and outcomes, which cannot be mixed with summaries")
                    : Optional.empty();
        }

        @Override
        public Optional<String> wrong(Experiment experiment, Summary summary) {
            Optional<RegisteredMetric> metric = experiment.design().metric(summary.metric());
            if (metric.isEmpty()) {
                return Optional.of("no metric '" + summary.metric() + "' is registered");
            }
            Metric.Kind kind = metric.get().measurement().kind();
            if (kind == Metric.Kind.RATIO) {
                return Optional.of("'" + summary.metric() + "' is a ratio, which a mean and a variance cannot tell");
            }
            if (kind == Metric.Kind.PROPORTION && !(summary.mean() >= 0 && summary.mean() <= 1)) {
                return Optional.of("'" + summary.metric() + "' is a proportion, which cannot be " + summary.mean());
            }
            return Intake.unknown(experiment, summary.variation());
        }

        @Override
        public void keep(Experiment experiment, long delivery, List<Summary> rows) {
            experiments.recordSummaries(experiment, delivery, rows);
        }

        @Override
        public List<String> notes(Experiment experiment) {
            return List.of();
        }
    }
}
