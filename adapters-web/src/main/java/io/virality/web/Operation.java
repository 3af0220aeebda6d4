package io.virality.web;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/**
 * Something the API does. It is registered with the server and described in the OpenAPI document by the same object, so
 * the two cannot differ.
 *
 * @param method of the request
 * @param path with parameters in braces
 * @param summary in words
 * @param parameters what it may be told; a request with others is refused
 * @param answer the type of what it answers: a view
 * @param action what it does
 */
record Operation(
        HandlerType method,
        String path,
        String summary,
        List<Parameter> parameters,
        Class<?> answer,
        Function<Query, ?> action) {

    /** An operation that reads. */
    static <T> Operation get(
            String path, String summary, List<Parameter> parameters, Class<T> answer, Function<Query, T> action) {
        return new Operation(HandlerType.GET, path, summary, parameters, answer, action);
    }

    /** Answers a request. */
    void handle(Context context) {
        Object view = action.apply(Query.of(context, parameters));
        context.contentType("application/json").result(Json.write(view).getBytes(StandardCharsets.UTF_8));
    }
}
