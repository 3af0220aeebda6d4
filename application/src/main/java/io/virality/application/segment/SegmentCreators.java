package io.virality.application.segment;

import io.virality.application.Failure;
import io.virality.application.TrainingListener;
import io.virality.application.port.CreatorSegmenter;
import io.virality.application.port.InsightQueries;
import io.virality.application.port.Models;
import io.virality.application.port.Transactions;
import io.virality.domain.engagement.RateDefinition;
import io.virality.domain.insight.CreatorBehaviour;
import io.virality.domain.model.ModelCard;
import io.virality.domain.model.TrainingProgress;
import io.virality.domain.segment.Behaviours;
import io.virality.domain.segment.Method;
import io.virality.domain.segment.SegmentSearch;
import io.virality.domain.segment.SegmentSearch.Found;
import io.virality.domain.segment.Segmentation;
import io.virality.domain.segment.Segments;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;

/** Looks for creators that behave alike, and keeps what was learnt if they do. */
public final class SegmentCreators {

    private final InsightQueries queries;
    private final CreatorSegmenter segmenter;
    private final Models models;
    private final Transactions transactions;
    private final Clock clock;

    /**
     * How to look.
     *
     * @param method to group creators by
     * @param groups of k-means, how many; empty to let the data choose
     * @param seed of all that is left to chance: the same creators and seed give the same segments
     */
    public record Wish(Method.Kind method, OptionalInt groups, long seed) {

        /** @throws Failure {@code INVALID_INPUT} if there cannot be so many groups */
        public Wish {
            if (groups.isPresent() && method != Method.Kind.KMEANS) {
                throw Failure.invalid("HDBSCAN finds the number of segments itself: ask k-means for a number");
            }
            if (groups.isPresent() && (groups.getAsInt() < 2 || groups.getAsInt() > SegmentSearch.FEWEST_ROWS / 2)) {
                throw Failure.invalid("the number of segments must be between 2 and " + SegmentSearch.FEWEST_ROWS / 2
                        + ", not " + groups.getAsInt());
            }
        }
    }

    @Inject
    SegmentCreators(
            InsightQueries queries, CreatorSegmenter segmenter, Models models, Transactions transactions, Clock clock) {
        this.queries = queries;
        this.segmenter = segmenter;
        this.models = models;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * What comes of it. Only segments that hold are kept.
     *
     * @throws CancellationException if the listener broke it off: nothing is kept then
     */
    public Segmentation segment(Wish wish, TrainingListener listener) {
        RateDefinition definition = RateDefinition.preferred(queries.available());
        Behaviours behaviours = Behaviours.learnt(queries.gather(new CreatorBehaviour(definition)));
        if (Segmentation.TooLittle.is(behaviours)) {
            return new Segmentation.TooLittle(behaviours);
        }
        Found found = new SegmentSearch(segmenter::group, listener::goOn)
                .search(behaviours.scores(), wish.method(), wish.groups(), wish.seed());
        if (!found.holds()) {
            return new Segmentation.Nothing(behaviours, found);
        }
        ModelCard card = Segments.card(
                behaviours, found, definition, wish.groups(), wish.seed(), clock.instant(), segmenter.library());
        byte[] payload = found.grouping().payload();
        Segments segments = Segments.of(card, behaviours, segmenter.assign(payload, behaviours.scores()));
        listener.goOn(new TrainingProgress("keeping the model", 0, 1));
        transactions.run(() -> models.store(card, payload));
        return segments;
    }
}
