package io.virality.application.insight;

import io.virality.application.Failure;
import io.virality.application.Suggestion;
import io.virality.application.port.InsightQueries;
import io.virality.domain.insight.Arguments;
import io.virality.domain.insight.Catalogue;
import io.virality.domain.insight.Insight;
import io.virality.domain.insight.Question;
import io.virality.domain.insight.Topic;
import jakarta.inject.Inject;
import java.util.List;
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
        return Insight.of(question, arguments.shown(), queries.gather(question));
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
}
