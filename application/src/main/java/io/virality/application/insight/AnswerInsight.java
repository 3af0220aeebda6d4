package io.virality.application.insight;

import io.virality.application.Failure;
import io.virality.application.Suggestion;
import io.virality.application.port.InsightQueries;
import io.virality.domain.insight.Arguments;
import io.virality.domain.insight.Catalogue;
import io.virality.domain.insight.Conclusion;
import io.virality.domain.insight.Evidence;
import io.virality.domain.insight.Insight;
import io.virality.domain.insight.Question;
import io.virality.domain.insight.Topic;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Answers a question of the catalogue from the loaded data. */
public final class AnswerInsight {

    private final Catalogue catalogue;
    private final InsightQueries queries;

    @Inject
    AnswerInsight(Catalogue catalogue, InsightQueries queries) {
        this.catalogue = catalogue;
        this.queries = queries;
    }

    /**
     * The answer.
     *
     * @param id an entry of the catalogue
     * @param parameters by name; those not given have their default
     * @throws Failure {@code NOT_FOUND} if there is no such entry, {@code INVALID_INPUT} if a parameter is unknown or
     *     impossible
     */
    public Insight answer(String id, Map<String, String> parameters) {
        Topic topic = catalogue.topic(id).orElseThrow(() -> unknown(id));
        Arguments arguments = read(topic, parameters);
        Question question = catalogue.ask(topic, arguments);
        Evidence evidence = queries.gather(question);
        Conclusion conclusion = question.conclude(evidence);
        return new Insight(
                topic,
                question.words(),
                question.measure(),
                arguments.shown(),
                conclusion.rows(),
                evidence.n(),
                evidence.asOf(),
                evidence.statement(),
                evidence.origin(),
                caveats(question, evidence, conclusion));
    }

    private Arguments read(Topic topic, Map<String, String> parameters) {
        try {
            return Arguments.read(topic.parameters(), parameters, queries.available());
        } catch (IllegalArgumentException e) {
            throw new Failure(Failure.Kind.INVALID_INPUT, topic.id() + ": " + e.getMessage(), e);
        }
    }

    private Failure unknown(String id) {
        List<String> known = catalogue.topics().stream().map(Topic::id).toList();
        return Failure.notFound("no insight '" + id + "'; "
                + Suggestion.nearest(id, known)
                        .map(near -> "did you mean '" + near + "'?")
                        .orElseGet(() -> "there are: " + String.join(", ", known)));
    }

    private static List<String> caveats(Question question, Evidence evidence, Conclusion conclusion) {
        List<String> caveats = new ArrayList<>(conclusion.caveats());
        if (evidence.n() == 0) {
            caveats.add(
                    "nothing that is loaded has what this question needs: import data first, or choose other parameters");
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
