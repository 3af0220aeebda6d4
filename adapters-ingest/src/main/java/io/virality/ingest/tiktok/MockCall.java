package io.virality.ingest.tiktok;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request to the mock server.
 *
 * @param endpoint method and path
 * @param query what stands behind the question mark, as it was sent
 * @param bearer the access token
 * @param body the body's text
 */
record MockCall(String endpoint, String query, Optional<String> bearer, String body) {

    /** The pairs of the query, or of a form. */
    static Map<String, String> pairs(String text) {
        Map<String, String> pairs = new HashMap<>();
        for (String pair : text.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                pairs.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return pairs;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /** The fields asked for, all of which must be known. */
    List<String> fields(List<String> known) throws MockRefusal {
        List<String> fields = new ArrayList<>();
        for (String field : pairs(query).getOrDefault("fields", "").split(",")) {
            String name = field.strip();
            if (!name.isEmpty() && !known.contains(name)) {
                throw MockRefusal.invalid("fields: " + name + " is not a valid field");
            }
            if (!name.isEmpty()) {
                fields.add(name);
            }
        }
        if (fields.isEmpty()) {
            throw MockRefusal.invalid("fields: missing");
        }
        return fields;
    }

    /** The body as a JSON object; an empty one is an object without members. */
    ObjectNode document() throws MockRefusal {
        try {
            if (body.isBlank()) {
                return TikTokAnswer.JSON.createObjectNode();
            }
            if (TikTokAnswer.JSON.readTree(body) instanceof ObjectNode document) {
                return document;
            }
        } catch (JsonProcessingException e) {
            // Answered below, like JSON of another form.
        }
        throw MockRefusal.invalid("the body is not a JSON object");
    }
}
