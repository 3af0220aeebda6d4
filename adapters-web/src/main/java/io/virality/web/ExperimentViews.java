package io.virality.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.virality.domain.assignment.Assignment;
import io.virality.domain.creator.Origin;
import io.virality.domain.experiment.Change;
import io.virality.domain.experiment.Experiment;
import io.virality.domain.experiment.Outlook;
import io.virality.domain.experiment.Receipt;
import io.virality.domain.experiment.Standing;
import io.virality.web.AnalysisView.DecisionView;
import io.virality.web.AnalysisView.TrustView;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** How experiments and what becomes of them are shown. */
final class ExperimentViews {

    private ExperimentViews() {}

    record ExperimentsView(List<StandingView> experiments) {

        static ExperimentsView of(List<Standing> experiments) {
            return new ExperimentsView(
                    experiments.stream().map(StandingView::of).toList());
        }
    }

    /** {@code health} and {@code decision} are there as soon as there are figures. */
    record StandingView(
            @JsonUnwrapped ExperimentView experiment,
            long units,
            Optional<TrustView> health,
            Optional<DecisionView> decision) {

        static StandingView of(Standing standing) {
            return new StandingView(
                    ExperimentView.of(standing.experiment()),
                    standing.units(),
                    standing.health().map(TrustView::of),
                    standing.decision().map(DecisionView::of));
        }
    }

    /** {@code units} were exposed. */
    record DescribedView(@JsonUnwrapped ExperimentView experiment, long units) {}

    record ExperimentView(
            @JsonUnwrapped DesignView design,
            Experiment.State state,
            Optional<Instant> startedAt,
            Optional<Instant> stoppedAt,
            List<ChangeView> changes,
            Origin data) {

        static ExperimentView of(Experiment experiment) {
            return new ExperimentView(
                    DesignView.of(experiment.design()),
                    experiment.state(),
                    experiment.startedAt(),
                    experiment.stoppedAt(),
                    experiment.changes().stream().map(ChangeView::of).toList(),
                    experiment.origin());
        }
    }

    /** {@code afterStart} where figures could have been seen. */
    record ChangeView(Instant at, String by, Change.Kind kind, String words, boolean afterStart) {

        static ChangeView of(Change change) {
            return new ChangeView(change.at(), change.by(), change.kind(), change.words(), change.late());
        }
    }

    record AssignmentsView(String experiment, Optional<Experiment.State> state, List<AssignmentView> assignments) {

        static AssignmentsView of(String experiment, Optional<Experiment.State> state, List<Assignment> assignments) {
            return new AssignmentsView(
                    experiment,
                    state,
                    assignments.stream().map(AssignmentView::of).toList());
        }
    }

    /** {@code variation} only where the unit takes part; {@code bucket} only where it was looked at. */
    record AssignmentView(
            String unit, boolean takesPart, Optional<String> variation, OptionalDouble bucket, boolean sticky) {

        static AssignmentView of(Assignment assignment) {
            return new AssignmentView(
                    assignment.unit().text(),
                    assignment.takesPart(),
                    assignment.takesPart() ? Optional.of(assignment.key()) : Optional.empty(),
                    assignment.bucket(),
                    assignment.sticky());
        }
    }

    record ReceiptView(String delivery, long rows, List<String> notes) {

        static ReceiptView of(Receipt receipt) {
            return new ReceiptView(String.valueOf(receipt.delivery()), receipt.rows(), receipt.notes());
        }
    }

    /** Lifts are parts of the control's value. */
    record OutlookView(
            double alpha,
            double alphaEach,
            double targetPower,
            double designEffect,
            OptionalDouble lift,
            OptionalDouble unitsNeeded,
            List<Long> unitsByVariation,
            OptionalDouble daysNeeded,
            OptionalDouble units,
            OptionalDouble detectable,
            OptionalDouble power) {

        static OutlookView of(Outlook outlook) {
            return new OutlookView(
                    outlook.sizing().alpha(),
                    outlook.sizing().alphaEach(),
                    outlook.sizing().power(),
                    outlook.sizing().designEffect(),
                    outlook.lift(),
                    outlook.unitsNeeded(),
                    outlook.unitsByVariation(),
                    outlook.daysNeeded(),
                    outlook.units(),
                    outlook.detectable(),
                    outlook.power());
        }
    }
}
