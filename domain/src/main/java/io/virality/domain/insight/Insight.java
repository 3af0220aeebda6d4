package io.virality.domain.insight;

import io.virality.domain.creator.Origin;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The answer to a question, with everything needed to check it.
 *
 * @param topic the catalogue's entry
 * @param question in words, with the values asked for
 * @param measure what is measured
 * @param parameters the values used, defaults included
 * @param rows the answer
 * @param n how many units of the measured population it rests on
 * @param asOf the newest observation among them; empty where there are none
 * @param statement the statement that was run; gives all columns but the computed ones
 * @param origin whether the figures are real
 * @param caveats what the reader must know
 */
public record Insight(
        Topic topic,
        String question,
        Measure measure,
        Map<String, Object> parameters,
        List<Row> rows,
        long n,
        Optional<Instant> asOf,
        Statement statement,
        Origin origin,
        List<String> caveats) {

    /**
     * What a question makes of the evidence.
     *
     * @param parameters the values used, defaults included
     */
    public static Insight of(Question question, Map<String, Object> parameters, Evidence evidence) {
        Conclusion conclusion = question.conclude(evidence);
        return new Insight(
                question.topic(),
                question.words(),
                question.measure(),
                parameters,
                conclusion.rows(),
                evidence.n(),
                evidence.asOf(),
                evidence.statement(),
                evidence.origin(),
                caveats(question, evidence, conclusion));
    }

    private static List<String> caveats(Question question, Evidence evidence, Conclusion conclusion) {
        List<String> caveats = new ArrayList<>(conclusion.caveats());
        if (evidence.n() == 0) {
            caveats.add(question.nothing());
        }
        if (evidence.withoutValue() > 0) {
            caveats.add(String.format(
                    Locale.ROOT,
                    "%,d %s are left out: they have no value of %s",
                    evidence.withoutValue(),
                    question.measure().population().noun(),
                    question.measure().id()));
        }
        return caveats;
    }
}
