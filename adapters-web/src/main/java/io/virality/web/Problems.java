package io.virality.web;

import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.router.EndpointNotFound;
import io.virality.application.Failure;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything that goes wrong, as problem details (RFC 9457). */
final class Problems {

    static final String MEDIA_TYPE = "application/problem+json";

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    /** {@code code} names the kind of problem and never changes; {@code requestId} finds the request in the log. */
    record ProblemView(
            String type, String title, int status, String detail, String instance, String code, String requestId) {

        static ProblemView of(String code, int status, String detail, String instance, String requestId) {
            String title = code.substring(0, 1).toUpperCase(Locale.ROOT)
                    + code.substring(1).replace('-', ' ');
            return new ProblemView("urn:virality:problem:" + code, title, status, detail, instance, code, requestId);
        }

        static ProblemView of(Failure.Kind kind, String detail, String instance, String requestId) {
            return of(Json.id(kind), Problems.status(kind), detail, instance, requestId);
        }

        /** A mistake of ours: the caller learns how to find it in the log, not what it is. */
        static ProblemView internal(String instance, String requestId) {
            return of(
                    Failure.Kind.INTERNAL,
                    "an unexpected error; the server's log tells more under this request's id",
                    instance,
                    requestId);
        }

        byte[] json() {
            return Json.write(this).getBytes(StandardCharsets.UTF_8);
        }
    }

    private Problems() {}

    /** A use case refuses. */
    static void refused(Failure failure, Context context) {
        String id = requestId(context.res());
        if (failure.kind() == Failure.Kind.INTERNAL) {
            LOG.error("request {} failed: {} {}", id, context.method(), context.path(), failure);
        }
        answer(ProblemView.of(failure.kind(), failure.getMessage(), context.path(), id), context);
    }

    /** The request fits no operation, or was turned away at the gate. */
    static void unmatched(HttpResponseException refusal, Context context) {
        if (refusal.getStatus() == HttpStatus.METHOD_NOT_ALLOWED.getCode()) {
            String allowed = String.join(", ", refusal.getDetails().values());
            // A HEAD request is answered wherever a GET request is.
            context.header("Allow", allowed.replace("GET", "GET, HEAD"));
        }
        int status = refusal.getStatus();
        String detail = refusal.getMessage();
        if (refusal instanceof EndpointNotFound) {
            detail = "nothing answers to " + context.method() + " " + context.path()
                    + "; /api/v1/openapi.json tells what there is";
        } else if (status == HttpStatus.CONTENT_TOO_LARGE.getCode()) {
            detail = "the body has more than " + WebServer.LARGEST_BODY + " bytes: say it shorter";
        }
        answer(ProblemView.of(code(status), status, detail, context.path(), requestId(context.res())), context);
    }

    /** Nobody expected this. */
    static void failed(Exception mistake, Context context) {
        String id = requestId(context.res());
        LOG.error("request {} failed: {} {}", id, context.method(), context.path(), mistake);
        answer(ProblemView.internal(context.path(), id), context);
    }

    private static void answer(ProblemView problem, Context context) {
        context.status(problem.status()).contentType(MEDIA_TYPE).result(problem.json());
    }

    /** The virtual machine gives up, for example for want of memory. */
    static void failed(HttpServletResponse response, Error error) {
        String id = requestId(response);
        LOG.error("request {} failed", id, error);
        ProblemView problem = ProblemView.internal("", id);
        response.setStatus(problem.status());
        response.setContentType(MEDIA_TYPE);
        try {
            response.getOutputStream().write(problem.json());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the server refuses before it becomes a request: broken syntax, headers without end. */
    static boolean malformed(Request request, Response response, Callback callback) {
        StandardHeaders.set(response.getHeaders()::put);
        int status = response.getStatus();
        String detail = Objects.toString(request.getAttribute(ErrorHandler.ERROR_MESSAGE), "the request is broken");
        String path = Objects.toString(request.getHttpURI().getPath(), "");
        String id = response.getHeaders().get(StandardHeaders.REQUEST_ID);
        ProblemView problem =
                status < 500 ? ProblemView.of(code(status), status, detail, path, id) : ProblemView.internal(path, id);
        response.getHeaders().put("Content-Type", MEDIA_TYPE);
        response.write(true, ByteBuffer.wrap(problem.json()), callback);
        return true;
    }

    private static String requestId(HttpServletResponse response) {
        return response.getHeader(StandardHeaders.REQUEST_ID);
    }

    private static String code(int status) {
        return Arrays.stream(Failure.Kind.values())
                .filter(kind -> status(kind) == status)
                .findFirst()
                .map(Json::id)
                .orElseGet(() -> HttpStatus.forStatus(status)
                        .getMessage()
                        .toLowerCase(Locale.ROOT)
                        .replace(' ', '-'));
    }

    private static int status(Failure.Kind kind) {
        return switch (kind) {
            case INVALID_INPUT -> 400;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case TOO_LARGE -> 413;
            case UNSUPPORTED -> 415;
            case IMPOSSIBLE_INPUT, INFEASIBLE -> 422;
            case TOO_MANY -> 429;
            case INTERNAL -> 500;
            case SOURCE_UNAVAILABLE -> 502;
            case BUSY -> 503;
        };
    }
}
