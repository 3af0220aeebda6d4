package io.virality.web;

import io.virality.application.virality.LearnVirality;
import io.virality.application.virality.LearnVirality.Result;
import io.virality.application.virality.PredictVirality;
import io.virality.application.virality.PredictVirality.Wish;
import io.virality.domain.creator.Handle;
import io.virality.domain.creator.Platform;
import io.virality.web.ModelViews.ModelView;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Which videos go viral. */
final class ViralityRoutes implements Routes {

    private static final long USUAL_SEED = 1;
    private static final long LONGEST_SECONDS = 3_600;
    private static final long MOST_HASHTAGS = 100;

    private final LearnVirality learnVirality;
    private final PredictVirality predictVirality;

    @Inject
    ViralityRoutes(LearnVirality learnVirality, PredictVirality predictVirality) {
        this.learnVirality = learnVirality;
        this.predictVirality = predictVirality;
    }

    /** The model, or what is missing to learn one. */
    record LearntView(Optional<ModelView> model, Optional<String> missing) {

        static LearntView of(Result result) {
            return result instanceof Result.Learnt learnt
                    ? new LearntView(Optional.of(ModelView.of(learnt.card())), Optional.empty())
                    : new LearntView(Optional.empty(), Optional.of(((Result.TooLittle) result).missing()));
        }
    }

    @Override
    public List<Operation> operations() {
        return List.of(
                Operation.post(
                        "/api/v1/virality",
                        "Learns from all videos which go viral, judges what was learnt, and keeps both",
                        List.of(Parameter.count("seed", "of all that is left to chance")
                                .usually(USUAL_SEED)),
                        Map.of(),
                        LearntView.class,
                        (query, body) -> LearntView.of(
                                learnVirality.learn(query.count("seed").orElse(USUAL_SEED), progress -> {}))),
                Operation.get(
                        "/api/v1/creators/{handle}/virality",
                        "How probably the creator's next video goes viral",
                        List.of(
                                Parameter.inPath("handle", "its name on the platform, with or without @"),
                                Parameter.oneOf(
                                                Arrays.stream(Platform.values())
                                                        .map(Platform::id)
                                                        .toList(),
                                                "platform",
                                                "where it posts")
                                        .usually(Platform.TIKTOK.id()),
                                Parameter.text("at", "when it is posted, an instant; by default now"),
                                Parameter.between(0, LONGEST_SECONDS, "seconds", "how long it is, if known"),
                                Parameter.between(0, MOST_HASHTAGS, "hashtags", "how many it has, if known")),
                        ViralityOutlookView.class,
                        this::predict));
    }

    private ViralityOutlookView predict(Query query) {
        Handle handle = CreatorRoutes.handle(query);
        return ViralityOutlookView.of(predictVirality.predict(
                handle,
                new Wish(query.instant("at"), number(query.count("seconds")), number(query.count("hashtags")))));
    }

    private static OptionalInt number(OptionalLong number) {
        return number.isPresent()
                ? OptionalInt.of((int) Math.min(Integer.MAX_VALUE, number.getAsLong()))
                : OptionalInt.empty();
    }
}
