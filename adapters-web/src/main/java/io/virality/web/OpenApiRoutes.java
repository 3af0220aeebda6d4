package io.virality.web;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The API's description by OpenAPI 3.1, made from the operations themselves. */
final class OpenApiRoutes implements Routes {

    private final Provider<Set<Routes>> routes;

    record DocumentView(
            String openapi, InfoView info, Map<String, Map<String, OperationView>> paths, ComponentsView components) {}

    record InfoView(String title, String description, String version) {}

    record OperationView(
            String summary,
            List<ParameterView> parameters,
            Optional<RequestBodyView> requestBody,
            Map<String, ResponseView> responses) {}

    record RequestBodyView(boolean required, Map<String, ContentView> content) {}

    record ParameterView(
            String name, Parameter.Place in, boolean required, String description, Map<String, Object> schema) {

        static ParameterView of(Parameter parameter) {
            return new ParameterView(
                    parameter.name(),
                    parameter.place(),
                    parameter.place() == Parameter.Place.PATH,
                    parameter.meaning(),
                    parameter.schema());
        }
    }

    record ResponseView(String description, Map<String, ContentView> content) {}

    record ContentView(Map<String, Object> schema) {}

    record ComponentsView(Map<String, Object> schemas) {}

    /** The routes come late because this class is one of them. */
    @Inject
    OpenApiRoutes(Provider<Set<Routes>> routes) {
        this.routes = routes;
    }

    @Override
    public List<Operation> operations() {
        return List.of(Operation.get(
                "/api/v1/openapi.json", "This description", List.of(), Object.class, query -> document()));
    }

    private DocumentView document() {
        Schemas schemas = new Schemas();
        Map<String, Map<String, OperationView>> paths = new LinkedHashMap<>();
        for (Routes resource : routes.get()) {
            for (Operation operation : resource.operations()) {
                paths.computeIfAbsent(operation.path(), path -> new LinkedHashMap<>())
                        .put(operation.method().name().toLowerCase(Locale.ROOT), describe(operation, schemas));
            }
        }
        InfoView info = new InfoView(
                "Virality",
                "Influencer analytics for TikTok commerce. Rates are fractions, times are UTC, ids are texts; what is"
                        + " unknown is left out. Fields may be added, never renamed.",
                "1");
        return new DocumentView("3.1.0", info, paths, new ComponentsView(schemas.named()));
    }

    private static OperationView describe(Operation operation, Schemas schemas) {
        Map<String, ResponseView> responses = new TreeMap<>(Map.of(
                String.valueOf(operation.status()),
                response("The answer", operation.mediaType(), schemas.of(operation.answer())),
                "default",
                response("What is wrong", Problems.MEDIA_TYPE, schemas.of(Problems.ProblemView.class))));
        return new OperationView(
                operation.summary(),
                operation.parameters().stream().map(ParameterView::of).toList(),
                body(operation, schemas),
                responses);
    }

    private static Optional<RequestBodyView> body(Operation operation, Schemas schemas) {
        if (operation.bodies().isEmpty()) {
            return Optional.empty();
        }
        Map<String, ContentView> content = new TreeMap<>();
        operation.bodies().forEach((type, view) -> content.put(type, new ContentView(schemas.of(view))));
        return Optional.of(new RequestBodyView(true, content));
    }

    private static ResponseView response(String description, String mediaType, Map<String, Object> schema) {
        return new ResponseView(description, Map.of(mediaType, new ContentView(schema)));
    }
}
