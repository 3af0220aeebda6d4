package io.virality.domain.insight;

import io.virality.domain.creator.Tiers;
import java.util.function.BiFunction;

/**
 * An entry of the catalogue, and how it becomes a question.
 *
 * @param topic the entry
 * @param asked the question, from arguments read for the entry's parameters and the tiers in force
 */
record Entry(Topic topic, BiFunction<Arguments, Tiers, Question> asked) {}
