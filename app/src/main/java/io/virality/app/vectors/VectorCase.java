package io.virality.app.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.file.Path;

/**
 * A case of a file of test vectors. What the file does not say is a missing node.
 *
 * @param id names the case within its file
 * @param method names what is tested
 * @param content the whole case, as it stands in the file
 * @param file where the case stands
 */
public record VectorCase(String id, String method, JsonNode content, Path file) {

    /** What is given. */
    JsonNode inputs() {
        return content.path("inputs");
    }

    /** With what it is analysed. */
    JsonNode settings() {
        return content.path("settings");
    }

    /** The right answer. */
    JsonNode expected() {
        return content.path("expected");
    }

    /** How far an answer may be from the right one. */
    Tolerance tolerance() {
        return new Tolerance(content.isObject() ? content.path("tolerance") : MissingNode.getInstance());
    }
}
