package io.virality.application.port;

import io.virality.domain.engagement.RateDefinition;
import io.virality.domain.insight.Evidence;
import io.virality.domain.insight.Question;
import java.util.Map;
import java.util.Set;

/** The catalogue's questions, answered in SQL. */
public interface InsightQueries {

    /** The definitions under which at least one creator has a rate now. */
    Set<RateDefinition> available();

    /** Runs the question's statement: its rows, and what they rest on, as all of them were at one moment. */
    Evidence gather(Question question);

    /** The same of several questions, all as things were at one moment. */
    Map<Question, Evidence> gather(Set<Question> questions);
}
