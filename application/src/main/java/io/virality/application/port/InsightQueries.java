package io.virality.application.port;

import io.virality.domain.engagement.RateDefinition;
import io.virality.domain.insight.Evidence;
import io.virality.domain.insight.Question;
import java.util.Set;

/** The catalogue's questions, answered in SQL. */
public interface InsightQueries {

    /** The definitions under which at least one creator has a rate now. */
    Set<RateDefinition> available();

    /** Runs the question's statement: its rows, and what they rest on. */
    Evidence gather(Question question);
}
