package io.virality.web;

import io.javalin.http.Context;
import io.virality.application.Failure;
import java.io.InputStream;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/** What a request brings along. */
final class RequestBody {

    private final Context context;
    private final String mediaType;

    private RequestBody(Context context, String mediaType) {
        this.context = context;
        this.mediaType = mediaType;
    }

    /**
     * What a request brings along.
     *
     * @param mediaTypes those that are taken; none if nothing is
     * @throws Failure {@code UNSUPPORTED} if it is of another media type, or says none
     */
    static RequestBody of(Context context, Set<String> mediaTypes) {
        String type = Objects.requireNonNullElse(context.contentType(), "")
                .split(";", 2)[0]
                .strip()
                .toLowerCase(Locale.ROOT);
        if (!mediaTypes.isEmpty() && !mediaTypes.contains(type)) {
            throw new Failure(
                    Failure.Kind.UNSUPPORTED,
                    "the body's Content-Type must be one of " + String.join(", ", new TreeSet<>(mediaTypes)) + ", not '"
                            + type + "'");
        }
        return new RequestBody(context, type);
    }

    String mediaType() {
        return mediaType;
    }

    /** How many bytes are announced. */
    OptionalLong length() {
        long length = context.req().getContentLengthLong();
        return length < 0 ? OptionalLong.empty() : OptionalLong.of(length);
    }

    /** All of it as it comes, however long it is. */
    InputStream content() {
        return context.bodyInputStream();
    }

    /**
     * A document of moderate size.
     *
     * @throws Failure {@code INVALID_INPUT} if it is no such document
     */
    <T> T json(Class<T> view) {
        return Json.read(context.bodyAsBytes(), view);
    }
}
