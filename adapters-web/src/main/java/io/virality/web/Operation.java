package io.virality.web;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Something the API does. It is registered with the server and described in the OpenAPI document by the same object, so
 * the two cannot differ.
 *
 * @param method of the request
 * @param path with parameters in braces
 * @param summary in words
 * @param parameters what it may be told; a request with others is refused
 * @param bodies the media types of the request's body, each with the view it holds or {@code Object} for any content;
 *     none if it takes no body
 * @param status of the answer
 * @param mediaType of the answer
 * @param answer the type of what it answers: a view
 * @param action what it does
 */
record Operation(
        HandlerType method,
        String path,
        String summary,
        List<Parameter> parameters,
        Map<String, Class<?>> bodies,
        int status,
        String mediaType,
        Class<?> answer,
        Action action) {

    private static final String JSON = "application/json";
    private static final String HTML = "text/html";

    /** Answers a request whose parameters are understood. */
    @FunctionalInterface
    interface Action {

        void answer(Query query, Context context);
    }

    /**
     * Something that was made or begun.
     *
     * @param location where to ask for it
     * @param view what is known of it now
     */
    record Begun<T>(String location, T view) {}

    /** An operation that reads. */
    static <T> Operation get(
            String path, String summary, List<Parameter> parameters, Class<T> answer, Function<Query, T> action) {
        return new Operation(
                HandlerType.GET,
                path,
                summary,
                parameters,
                Map.of(),
                200,
                JSON,
                answer,
                (query, context) -> write(action.apply(query), context));
    }

    /**
     * An operation that reads, and answers a page to be kept as a file: it is not for this server's origin, and browsers
     * are told to save it.
     */
    static Operation page(String path, String summary, List<Parameter> parameters, Function<Query, PageFile> action) {
        return new Operation(
                HandlerType.GET, path, summary, parameters, Map.of(), 200, HTML, String.class, (query, context) -> {
                    PageFile page = action.apply(query);
                    context.header("Content-Disposition", "attachment; filename=\"" + page.name() + "\"")
                            .contentType(HTML)
                            .result(page.html().getBytes(StandardCharsets.UTF_8));
                });
    }

    /**
     * A page to be kept.
     *
     * @param name of its file: letters, digits, dots, dashes
     */
    record PageFile(String name, String html) {}

    /** An operation that does something at once. */
    static <T> Operation post(
            String path,
            String summary,
            List<Parameter> parameters,
            Map<String, Class<?>> bodies,
            Class<T> answer,
            BiFunction<Query, RequestBody, T> action) {
        return send(HandlerType.POST, path, summary, parameters, bodies, answer, action);
    }

    /** An operation that puts something in the place of what is there. */
    static <T> Operation put(
            String path,
            String summary,
            List<Parameter> parameters,
            Map<String, Class<?>> bodies,
            Class<T> answer,
            BiFunction<Query, RequestBody, T> action) {
        return send(HandlerType.PUT, path, summary, parameters, bodies, answer, action);
    }

    private static <T> Operation send(
            HandlerType method,
            String path,
            String summary,
            List<Parameter> parameters,
            Map<String, Class<?>> bodies,
            Class<T> answer,
            BiFunction<Query, RequestBody, T> action) {
        return new Operation(
                method,
                path,
                summary,
                parameters,
                bodies,
                200,
                JSON,
                answer,
                (query, context) -> write(action.apply(query, RequestBody.of(context, bodies.keySet())), context));
    }

    /** An operation that makes something. */
    static <T> Operation create(
            String path,
            String summary,
            List<Parameter> parameters,
            Map<String, Class<?>> bodies,
            Class<T> answer,
            BiFunction<Query, RequestBody, Begun<T>> action) {
        return located(201, path, summary, parameters, bodies, answer, action);
    }

    /** An operation that begins something which goes on behind the answer. */
    static <T> Operation begin(
            String path,
            String summary,
            List<Parameter> parameters,
            Map<String, Class<?>> bodies,
            Class<T> answer,
            BiFunction<Query, RequestBody, Begun<T>> action) {
        return located(202, path, summary, parameters, bodies, answer, action);
    }

    private static <T> Operation located(
            int status,
            String path,
            String summary,
            List<Parameter> parameters,
            Map<String, Class<?>> bodies,
            Class<T> answer,
            BiFunction<Query, RequestBody, Begun<T>> action) {
        return new Operation(
                HandlerType.POST, path, summary, parameters, bodies, status, JSON, answer, (query, context) -> {
                    Begun<T> begun = action.apply(query, RequestBody.of(context, bodies.keySet()));
                    context.status(status).header("Location", begun.location());
                    write(begun.view(), context);
                });
    }

    /**
     * An operation that tells what happens while it happens.
     *
     * @param event the view in each event
     */
    static Operation follow(
            String path,
            String summary,
            List<Parameter> parameters,
            Class<?> event,
            BiConsumer<Query, EventStream> action) {
        return new Operation(
                HandlerType.GET,
                path,
                summary,
                parameters,
                Map.of(),
                200,
                EventStream.MEDIA_TYPE,
                event,
                (query, context) -> action.accept(query, new EventStream(context)));
    }

    /** Answers a request. */
    void handle(Context context) {
        action.answer(Query.of(context, parameters), context);
    }

    private static void write(Object view, Context context) {
        context.contentType(JSON).result(Json.write(view).getBytes(StandardCharsets.UTF_8));
    }
}
