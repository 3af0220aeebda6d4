package io.virality.domain.insight;

/** A question about creators among their peers. The statement gives the figures of all that are compared. */
public sealed interface CreatorComparison extends Question permits InfluenceRanking, AuthenticitySignals {

    /** Whom it compares with whom. */
    ComparedCreators compared();
}
