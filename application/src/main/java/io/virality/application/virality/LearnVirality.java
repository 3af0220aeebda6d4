package io.virality.application.virality;

import io.virality.application.TrainingListener;
import io.virality.application.port.InsightQueries;
import io.virality.application.port.Models;
import io.virality.application.port.Transactions;
import io.virality.application.port.VideoClassifier;
import io.virality.domain.insight.Evidence;
import io.virality.domain.insight.VideoHistory;
import io.virality.domain.model.Metric;
import io.virality.domain.model.ModelCard;
import io.virality.domain.model.TrainingProgress;
import io.virality.domain.virality.Launch;
import io.virality.domain.virality.Lesson;
import io.virality.domain.virality.ViralityModel;
import io.virality.domain.virality.ViralityStudy;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CancellationException;

/** Learns which videos go viral, judges what was learnt, and keeps both. */
public final class LearnVirality {

    private final InsightQueries queries;
    private final VideoClassifier classifier;
    private final Models models;
    private final Transactions transactions;
    private final Clock clock;

    /** What came of it. */
    public sealed interface Result {

        /** A model, which need not be better than its baseline: its card tells. */
        record Learnt(ModelCard card) implements Result {}

        /** Too little is known; in words, what is missing. */
        record TooLittle(String missing) implements Result {}
    }

    @Inject
    LearnVirality(
            InsightQueries queries, VideoClassifier classifier, Models models, Transactions transactions, Clock clock) {
        this.queries = queries;
        this.classifier = classifier;
        this.models = models;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Learns from all videos.
     *
     * @param seed of all that is left to chance: the same videos and seed give the same model
     * @throws CancellationException if the listener broke it off: nothing is kept then
     */
    public Result learn(long seed, TrainingListener listener) {
        Evidence evidence = queries.gather(new VideoHistory());
        List<Launch> launches = Launch.of(evidence.rows());
        List<String> missing = ViralityStudy.missing(launches);
        if (!missing.isEmpty()) {
            return new Result.TooLittle(String.join("; ", missing));
        }
        List<Metric> metrics = new ViralityStudy(
                        lesson -> {
                            byte[] payload = classifier.learn(lesson, seed).payload();
                            return rows -> classifier.probabilities(payload, rows);
                        },
                        listener::goOn)
                .judge(launches, seed);
        listener.goOn(new TrainingProgress("learning from all videos", 0, 1));
        Lesson lesson = Lesson.of(launches);
        VideoClassifier.Learnt learnt = classifier.learn(lesson, seed);
        ModelCard card = ViralityModel.card(
                evidence, launches, lesson, metrics, seed, clock.instant(), classifier.library(), learnt.provenance());
        listener.goOn(new TrainingProgress("keeping the model", 0, 1));
        transactions.run(() -> models.store(card, learnt.payload()));
        return new Result.Learnt(card);
    }
}
