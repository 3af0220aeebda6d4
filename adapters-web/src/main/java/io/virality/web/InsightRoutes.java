package io.virality.web;

import io.virality.application.insight.AnswerInsight;
import io.virality.domain.engagement.RateDefinition;
import io.virality.domain.insight.Catalogue;
import io.virality.domain.insight.Topic;
import io.virality.web.JsonDocuments.CatalogueView;
import io.virality.web.JsonDocuments.InsightView;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The catalogue of questions, and their answers. */
final class InsightRoutes implements Routes {

    private final Catalogue catalogue;
    private final AnswerInsight answerInsight;

    @Inject
    InsightRoutes(Catalogue catalogue, AnswerInsight answerInsight) {
        this.catalogue = catalogue;
        this.answerInsight = answerInsight;
    }

    @Override
    public List<Operation> operations() {
        return List.of(
                Operation.get(
                        "/api/v1/insights",
                        "The questions that can be asked",
                        List.of(),
                        CatalogueView.class,
                        query -> CatalogueView.of(catalogue.themes())),
                Operation.get(
                        "/api/v1/insights/{id}",
                        "The answer to a question, with its definition and its SQL; the catalogue says which parameters"
                                + " a question has",
                        parameters(),
                        InsightView.class,
                        query -> InsightView.of(answerInsight.answer(query.path("id"), query.values()))));
    }

    /** The parameters of all questions together: what one of them does not have is refused by the use case. */
    private List<Parameter> parameters() {
        Map<String, Parameter> byName = new LinkedHashMap<>();
        catalogue.topics().stream()
                .map(Topic::parameters)
                .flatMap(List::stream)
                .forEach(parameter -> byName.putIfAbsent(parameter.name(), describe(parameter)));
        List<Parameter> parameters = new ArrayList<>(byName.values());
        parameters.add(0, Parameter.inPath("id", "an entry of the catalogue"));
        return parameters;
    }

    private static Parameter describe(io.virality.domain.insight.Parameter parameter) {
        String name = parameter.name();
        String meaning = parameter.meaning();
        return switch (parameter.kind()) {
            case COUNT -> Parameter.count(name, meaning);
            case LIMIT -> Parameter.between(1, 1_000, name, meaning);
            case SEED -> Parameter.number(name, meaning);
            case CHOICE -> Parameter.oneOf(parameter.choices(), name, meaning);
            case TEXT, TIERS, WEIGHTS -> Parameter.text(name, meaning);
            case DEFINITION ->
                Parameter.oneOf(
                        Arrays.stream(RateDefinition.values())
                                .map(RateDefinition::id)
                                .toList(),
                        name,
                        meaning);
        };
    }
}
