package io.virality.web;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Server-sent events to one listener. Used by the thread of its request. */
final class EventStream {

    static final String MEDIA_TYPE = "text/event-stream";

    private final Context context;
    private OutputStream out;

    EventStream(Context context) {
        this.context = context;
    }

    /**
     * Tells something.
     *
     * @return whether anybody still listens
     */
    boolean send(String event, Object view) {
        // A document stands on one line: line breaks within texts are escaped.
        return write("event: " + event + "\ndata: " + Json.write(view) + "\n\n");
    }

    /**
     * Tells nothing, which is how it is found out that a listener has gone.
     *
     * @return whether anybody still listens
     */
    boolean isHeard() {
        return write(":\n\n");
    }

    private boolean write(String text) {
        try {
            if (out == null) {
                context.contentType(MEDIA_TYPE);
                // Past Javalin's stream, which would keep events until there are enough to compress.
                out = context.res().getOutputStream();
            }
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
            // Who asks for the headers alone has them now.
            return context.method() != HandlerType.HEAD;
        } catch (IOException e) {
            return false;
        }
    }
}
