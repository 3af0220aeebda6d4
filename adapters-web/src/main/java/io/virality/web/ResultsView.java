package io.virality.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.virality.domain.creator.Origin;
import io.virality.domain.experiment.Attendance;
import io.virality.domain.experiment.Experiment;
import io.virality.domain.experiment.Results;
import io.virality.domain.experiment.Watermark;
import io.virality.web.ExperimentViews.ChangeView;
import io.virality.web.JsonDocuments.StatementView;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a stored experiment says: its analysis, and what that rests on. {@code sql} is by what it counts: {@code units},
 * each metric, and these {@code by day} and {@code by attribute}. {@code openWindows} counts, by metric, the units that are
 * left out because their window is open yet.
 */
record ResultsView(
        @JsonUnwrapped AnalysisView analysis,
        Experiment.State state,
        Optional<Instant> startedAt,
        Optional<Instant> stoppedAt,
        List<ChangeView> changedAfterStart,
        ExposedView exposed,
        ToldView told,
        Map<String, Double> caps,
        Map<String, Long> openWindows,
        Map<String, StatementView> sql,
        Origin data) {

    record ExposedView(Map<String, Long> units, long inSeveral) {

        static ExposedView of(Experiment experiment, Attendance exposed) {
            Map<String, Long> units = new LinkedHashMap<>();
            experiment.design().variations().forEach(variation -> units.put(variation.key(), exposed.of(variation)));
            return new ExposedView(units, exposed.several());
        }
    }

    /** Up to where: {@code delivery} is the newest one, {@code newestAt} the newest time that a row speaks of. */
    record ToldView(
            String delivery, Optional<Instant> receivedAt, Optional<Instant> newestAt, long rows, boolean summaries) {

        static ToldView of(Watermark told) {
            return new ToldView(
                    String.valueOf(told.delivery()),
                    told.receivedAt(),
                    told.newestAt(),
                    told.rows(),
                    told.summarized());
        }
    }

    static ResultsView of(Results results) {
        Experiment experiment = results.experiment();
        Map<String, StatementView> statements = new LinkedHashMap<>();
        results.statements().forEach((what, statement) -> statements.put(what, StatementView.of(statement)));
        return new ResultsView(
                AnalysisView.of(results.analysis()),
                experiment.state(),
                experiment.startedAt(),
                experiment.stoppedAt(),
                experiment.lateChanges().stream().map(ChangeView::of).toList(),
                ExposedView.of(experiment, results.exposed()),
                ToldView.of(results.told()),
                results.caps(),
                results.open(),
                statements,
                experiment.origin());
    }
}
