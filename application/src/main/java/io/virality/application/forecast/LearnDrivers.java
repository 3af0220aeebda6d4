package io.virality.application.forecast;

import io.virality.application.TrainingListener;
import io.virality.application.port.GrowthForecaster;
import io.virality.application.port.Histories;
import io.virality.application.port.Models;
import io.virality.application.port.Transactions;
import io.virality.domain.forecast.Circumstances;
import io.virality.domain.forecast.GrowthDrivers;
import io.virality.domain.forecast.GrowthLearner;
import io.virality.domain.forecast.GrowthLesson;
import io.virality.domain.forecast.History;
import io.virality.domain.forecast.Metric;
import io.virality.domain.model.ModelCard;
import io.virality.domain.model.TrainingProgress;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/** Learns how all creators grow, judges what was learnt, and keeps it: what goes with growth. */
public final class LearnDrivers {

    private static final int MOST_CREATORS = 2_000;

    private final Histories histories;
    private final GrowthForecaster forecaster;
    private final Models models;
    private final Transactions transactions;
    private final Clock clock;

    /** What came of it. */
    public sealed interface Result {

        /** A model, which need not be better than its baseline: its card tells. */
        record Learnt(GrowthDrivers drivers) implements Result {}

        /** Too little is known; in words, what is missing. */
        record TooLittle(String missing) implements Result {}
    }

    @Inject
    LearnDrivers(
            Histories histories, GrowthForecaster forecaster, Models models, Transactions transactions, Clock clock) {
        this.histories = histories;
        this.forecaster = forecaster;
        this.models = models;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Learns from creators that were observed often.
     *
     * @param seed of all that is left to chance: the same creators and seed give the same model
     * @throws CancellationException if the listener broke it off: nothing is kept then
     */
    public Result learn(long seed, TrainingListener listener) {
        Map<Metric, List<History>> known = new EnumMap<>(Metric.class);
        for (Metric metric : Circumstances.TELLING) {
            listener.goOn(new TrainingProgress("reading what was counted", known.size(), Circumstances.TELLING.size()));
            known.put(metric, histories.sample(metric, MOST_CREATORS));
        }
        GrowthLesson lesson = new GrowthLesson(known);
        Optional<String> missing = lesson.missing();
        if (missing.isPresent()) {
            return new Result.TooLittle(missing.get());
        }
        listener.goOn(new TrainingProgress("learning from all creators", 0, 1));
        GrowthForecaster.Learnt learnt = forecaster.learn(lesson.known(), lesson.growth(), seed);
        int[] judged = {0};
        GrowthLearner learner = (rows, growth) -> {
            listener.goOn(new TrainingProgress(
                    "judging it by creators that it has not seen", judged[0]++, GrowthLesson.FOLDS));
            return forecaster.learner(seed).learn(rows, growth);
        };
        ModelCard card = lesson.card(learner, seed, clock.instant(), forecaster.library(), learnt.provenance());
        listener.goOn(new TrainingProgress("keeping the model", 0, 1));
        transactions.run(() -> models.store(card, learnt.payload()));
        return new Result.Learnt(GrowthDrivers.of(card));
    }
}
