package io.virality.app.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * How far an answer may be from the right one: a number passes if it is not farther from the expected one than
 * {@code max(abs, rel · |expected|)}. Fields have their own rules in {@code per_field}, which hold for all within them;
 * {@code "ignore": true} asks for nothing. {@code "Infinity"} and {@code "-Infinity"} are meant literally, {@code null}
 * is what is not defined. What an answer says beyond the expected is not looked at.
 *
 * @param rules as they stand in the case
 */
record Tolerance(JsonNode rules) {

    /** What is wrong with an answer, field by field; empty if nothing is. */
    List<String> differences(JsonNode expected, JsonNode answer) {
        List<String> differences = new ArrayList<>();
        compare("", rules, expected, answer, differences);
        return differences;
    }

    private void compare(String path, JsonNode rule, JsonNode expected, JsonNode answer, List<String> differences) {
        if (rule.path("ignore").asBoolean()) {
            return;
        }
        if (expected.isObject() && answer.isObject()) {
            expected.properties().forEach(field -> {
                String name = field.getKey();
                JsonNode own = rules.path("per_field").path(name);
                compare(
                        path.isEmpty() ? name : path + "." + name,
                        own.isMissingNode() ? rule : own,
                        field.getValue(),
                        answer.path(name),
                        differences);
            });
        } else if (expected.isArray() && answer.isArray() && expected.size() == answer.size()) {
            for (int i = 0; i < expected.size(); i++) {
                compare(path + "[" + i + "]", rule, expected.get(i), answer.get(i), differences);
            }
        } else if (!same(rule, expected, answer)) {
            differences.add(path + " is " + (answer.isMissingNode() ? "missing" : answer) + ", not " + expected);
        }
    }

    private static boolean same(JsonNode rule, JsonNode expected, JsonNode answer) {
        if (expected.isNull()) {
            return answer.isNull() || answer.isMissingNode() || answer.isNumber() && Double.isNaN(answer.asDouble());
        }
        if (answer.isNumber() && (expected.isNumber() || expected.asText().endsWith("Infinity"))) {
            double right = expected.isNumber() ? expected.asDouble() : Double.parseDouble(expected.asText());
            double given = answer.asDouble();
            double allowed =
                    Math.max(rule.path("abs").asDouble(), rule.path("rel").asDouble() * Math.abs(right));
            return given == right || Math.abs(given - right) <= allowed && Double.isFinite(right);
        }
        return expected.equals(answer);
    }
}
