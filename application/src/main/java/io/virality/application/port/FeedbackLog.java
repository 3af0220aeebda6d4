package io.virality.application.port;

import io.virality.domain.ingest.FeedbackObservation;
import io.virality.domain.ingest.Tally;
import io.virality.domain.marketplace.Brand;
import io.virality.domain.recommendation.Feedback;
import java.util.List;
import java.util.Map;

/** How far brands have come with creators: of each pair what was said last. */
public interface FeedbackLog {

    /**
     * Keeps it in the place of what the brand said of the creator before. Without such a creator nothing is kept.
     *
     * @return whether there is such a creator
     */
    boolean record(Feedback feedback);

    /**
     * Keeps what was kept elsewhere, in order. Creators not known yet become known. What is here already and is not older
     * stays.
     */
    Tally restore(List<FeedbackObservation> observations);

    /** What a brand has said, by the creators' numbers in the store, the newest first; empty if it has said nothing. */
    Map<Long, Feedback> of(Brand brand);
}
