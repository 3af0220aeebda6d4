package io.virality.persistence;

import io.virality.domain.insight.Evidence;
import io.virality.domain.insight.Question;

/** The statement of one kind of question. */
interface InsightQuery<Q extends Question> {

    Evidence gather(Q question);
}
