package io.virality.application.segment;

import io.virality.application.Failure;
import io.virality.application.port.CreatorSegmenter;
import io.virality.application.port.InsightQueries;
import io.virality.application.port.Models;
import io.virality.domain.insight.CreatorBehaviour;
import io.virality.domain.model.ModelCard;
import io.virality.domain.model.ModelKind;
import io.virality.domain.segment.Behaviours;
import io.virality.domain.segment.Segmentation;
import io.virality.domain.segment.Segments;
import jakarta.inject.Inject;

/** Tells in which of the segments that were found last the creators are now. */
public final class DescribeSegments {

    private final InsightQueries queries;
    private final CreatorSegmenter segmenter;
    private final Models models;

    @Inject
    DescribeSegments(InsightQueries queries, CreatorSegmenter segmenter, Models models) {
        this.queries = queries;
        this.segmenter = segmenter;
        this.models = models;
    }

    /**
     * The segments, or that too few creators are left to be described.
     *
     * @throws Failure {@code NOT_FOUND} if none were found yet
     */
    public Segmentation describe() {
        ModelCard card = models.newest(ModelKind.SEGMENTS)
                .orElseThrow(() -> Failure.notFound(
                        "no segments are known yet: 'virality segments', or a POST to this address, looks for them"));
        Behaviours behaviours =
                Behaviours.known(card.features(), queries.gather(new CreatorBehaviour(Segments.definition(card))));
        if (Segmentation.TooLittle.is(behaviours)) {
            return new Segmentation.TooLittle(behaviours);
        }
        byte[] payload = models.payload(card.id()).orElseThrow();
        return Segments.of(card, behaviours, segmenter.assign(payload, behaviours.scores()));
    }
}
