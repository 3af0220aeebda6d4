package io.virality.application.virality;

import io.virality.application.Failure;
import io.virality.application.port.Creators;
import io.virality.application.port.InsightQueries;
import io.virality.application.port.Models;
import io.virality.application.port.VideoClassifier;
import io.virality.domain.creator.Handle;
import io.virality.domain.insight.VideoHistory;
import io.virality.domain.model.ModelCard;
import io.virality.domain.model.ModelKind;
import io.virality.domain.virality.Plan;
import io.virality.domain.virality.Track;
import io.virality.domain.virality.ViralityOutlook;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/** Tells how probably a creator's next video goes viral, and what might change that. */
public final class PredictVirality {

    private final Creators creators;
    private final InsightQueries queries;
    private final VideoClassifier classifier;
    private final Models models;
    private final Clock clock;

    /**
     * What is known of the video.
     *
     * @param at when it is posted; empty for now
     * @param seconds how long it is, if known
     * @param hashtags how many it has, if known
     */
    public record Wish(Optional<Instant> at, OptionalInt seconds, OptionalInt hashtags) {

        private Plan plan(Clock clock) {
            try {
                return new Plan(at.orElseGet(clock::instant), seconds, hashtags);
            } catch (IllegalArgumentException e) {
                throw new Failure(Failure.Kind.INVALID_INPUT, e.getMessage(), e);
            }
        }
    }

    @Inject
    PredictVirality(Creators creators, InsightQueries queries, VideoClassifier classifier, Models models, Clock clock) {
        this.creators = creators;
        this.queries = queries;
        this.classifier = classifier;
        this.models = models;
        this.clock = clock;
    }

    /**
     * The outlook of that video.
     *
     * @throws Failure {@code NOT_FOUND} if there is no such creator, or no model yet; {@code INVALID_INPUT} if there can be
     *     no such video
     */
    public ViralityOutlook predict(Handle handle, Wish wish) {
        Plan plan = wish.plan(clock);
        if (creators.find(handle).isEmpty()) {
            throw Failure.notFound(
                    "no creator @" + handle.name() + " on " + handle.platform().id());
        }
        ModelCard card = models.newest(ModelKind.VIRALITY)
                .orElseThrow(() -> Failure.notFound(
                        "nothing has been learnt of viral videos yet: 'virality predict --learn' does it"));
        Track track =
                Track.of(queries.gather(new VideoHistory(Optional.of(handle))).rows());
        byte[] payload = models.payload(card.id()).orElseThrow();
        return ViralityOutlook.of(card, track, plan, rows -> classifier.probabilities(payload, rows));
    }
}
