package io.virality.domain.finding;

import io.virality.domain.creator.Origin;
import io.virality.domain.insight.Evidence;
import io.virality.domain.insight.Question;
import io.virality.domain.insight.Statement;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a finding rests on.
 *
 * @param statements that were run, by the question that each one answers
 * @param asOf the newest observation; empty where nothing is known of the matter
 * @param origin whether the figures are real
 */
public record Grounds(Map<String, Statement> statements, Optional<Instant> asOf, Origin origin) {

    /**
     * What is true of the evidence that decided.
     *
     * @param questions all that were asked
     * @param decided those of them whose evidence decided
     */
    static Grounds of(List<Question> questions, List<Question> decided, Map<Question, Evidence> evidence) {
        Map<String, Statement> statements = new LinkedHashMap<>();
        for (Question question : questions) {
            statements.put(
                    question.topic().id() + " by " + question.measure().id(),
                    evidence.get(question).statement());
        }
        Collection<Evidence> used =
                decided.stream().map(evidence::get).filter(each -> each.n() > 0).toList();
        return new Grounds(
                statements,
                used.stream().flatMap(each -> each.asOf().stream()).max(Comparator.naturalOrder()),
                Origin.of(
                        used.stream().anyMatch(each -> each.origin() != Origin.SIMULATED),
                        used.stream().anyMatch(each -> each.origin() != Origin.REAL)));
    }
}
