package io.virality.domain.insight;

import io.virality.domain.engagement.RateDefinition;

/** A question of the catalogue with all its parameters set. What it concludes from the evidence is decided here. */
public sealed interface Question permits ViralCreators, EngagementByGroup, EngagementVersusFollowers {

    /** The catalogue's entry. */
    Topic topic();

    /** The question in words, with the values asked for. */
    default String words() {
        return topic().question();
    }

    /** The engagement rate meant. */
    RateDefinition definition();

    /** Adds the columns that the statement cannot compute, and says what the reader must know. */
    Conclusion conclude(Evidence evidence);
}
