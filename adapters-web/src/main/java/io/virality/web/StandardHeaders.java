package io.virality.web;

import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiConsumer;

/** The headers that stand on every answer, whatever it is. */
final class StandardHeaders {

    static final String REQUEST_ID = "X-Request-Id";

    private static final Map<String, String> FIXED = Map.of(
            "Content-Security-Policy",
            "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; object-src 'none';"
                    + " base-uri 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "Referrer-Policy",
            "no-referrer",
            // Files say something else for themselves.
            "Cache-Control",
            "no-store");

    private StandardHeaders() {}

    /** Sets them, and gives the request a name by which it is found in the log. */
    static void set(BiConsumer<String, String> headers) {
        FIXED.forEach(headers);
        headers.accept(
                REQUEST_ID,
                HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong()));
    }
}
