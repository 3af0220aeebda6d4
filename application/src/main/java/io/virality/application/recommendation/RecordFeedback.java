package io.virality.application.recommendation;

import io.virality.application.Failure;
import io.virality.application.port.Experiments;
import io.virality.application.port.FeedbackLog;
import io.virality.application.port.Transactions;
import io.virality.domain.creator.Handle;
import io.virality.domain.experiment.Experiment;
import io.virality.domain.marketplace.Brand;
import io.virality.domain.recommendation.Feedback;
import io.virality.domain.recommendation.Feedback.Stage;
import io.virality.domain.recommendation.Interleaving;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Keeps how far a brand has come with a creator. */
public final class RecordFeedback {

    private final FeedbackLog feedbackLog;
    private final Experiments experiments;
    private final Transactions transactions;
    private final Clock clock;

    @Inject
    RecordFeedback(FeedbackLog feedbackLog, Experiments experiments, Transactions transactions, Clock clock) {
        this.feedbackLog = feedbackLog;
        this.experiments = experiments;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * What is kept, as of now, to the millisecond. Where orders are compared, the one that picked the creator is credited.
     *
     * @throws Failure {@code NOT_FOUND} if nobody has the handle
     */
    public Feedback record(Brand brand, Handle creator, Stage stage) {
        Feedback feedback = new Feedback(brand, creator, stage, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        transactions.run(() -> {
            if (!feedbackLog.record(feedback)) {
                throw Failure.notFound("no creator @" + creator.name() + " on "
                        + creator.platform().id());
            }
            credit(feedback);
        });
        return feedback;
    }

    private void credit(Feedback feedback) {
        experiments.all().stream()
                .filter(experiment ->
                        Interleaving.isKey(experiment.key()) && experiment.state() == Experiment.State.RUNNING)
                .forEach(experiment -> Interleaving.credit(experiments.exposures(experiment), feedback)
                        .ifPresent(credit -> experiments.recordOutcomes(
                                experiment, experiments.receive(experiment, feedback.givenAt()), List.of(credit))));
    }
}
