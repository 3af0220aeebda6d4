package io.virality.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/**
 * As much of JSON Schema as the API's description uses: references, types, required fields, constants, items, formats.
 * Stricter in one point: a field that an object's schema does not name is a violation.
 */
final class SchemaValidator {

    private final JsonNode document;

    SchemaValidator(JsonNode document) {
        this.document = document;
    }

    /** What is wrong with a value, and where. */
    List<String> violations(JsonNode schema, JsonNode value) {
        List<String> violations = new ArrayList<>();
        check(schema, value, "$", violations);
        return violations;
    }

    private void check(JsonNode schema, JsonNode value, String place, List<String> violations) {
        if (schema.has("$ref")) {
            check(document.at(schema.get("$ref").asText().substring(1)), value, place, violations);
        } else if (schema.has("anyOf")) {
            for (JsonNode alternative : schema.get("anyOf")) {
                if (violations(alternative, value).isEmpty()) {
                    return;
                }
            }
            violations.add(place + " is nothing of what it may be: " + value);
        } else if (schema.isMissingNode()) {
            violations.add(place + " refers to a schema that is not there");
        } else if (schema.has("type")) {
            checkType(schema, value, place, violations);
        }
    }

    private void checkType(JsonNode schema, JsonNode value, String place, List<String> violations) {
        String type = schema.get("type").asText();
        boolean fits =
                switch (type) {
                    case "string" -> value.isTextual();
                    case "integer" -> value.isIntegralNumber();
                    case "number" -> value.isNumber();
                    case "boolean" -> value.isBoolean();
                    case "array" -> value.isArray();
                    case "object" -> value.isObject();
                    case "null" -> value.isNull();
                    default -> false;
                };
        if (!fits) {
            violations.add(place + " is not of type " + type + ": " + value);
            return;
        }
        if (schema.has("enum") && !contains(schema.get("enum"), value)) {
            violations.add(place + " is not one of " + schema.get("enum") + ": " + value);
        }
        if (schema.path("format").asText().equals("date-time") && !isInstant(value.asText())) {
            violations.add(place + " is not a time in UTC: " + value);
        }
        for (int i = 0; schema.has("items") && i < value.size(); i++) {
            check(schema.get("items"), value.get(i), place + "[" + i + "]", violations);
        }
        if (schema.has("properties")) {
            checkFields(schema, value, place, violations);
        }
    }

    private void checkFields(JsonNode schema, JsonNode value, String place, List<String> violations) {
        for (JsonNode name : schema.get("required")) {
            if (!value.has(name.asText())) {
                violations.add(place + " lacks " + name);
            }
        }
        value.properties().forEach(field -> {
            JsonNode property = schema.get("properties").get(field.getKey());
            if (property == null) {
                violations.add(place + " has a field that is not described: " + field.getKey());
            } else {
                check(property, field.getValue(), place + "." + field.getKey(), violations);
            }
        });
    }

    private static boolean contains(JsonNode constants, JsonNode value) {
        for (JsonNode constant : constants) {
            if (constant.equals(value)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isInstant(String text) {
        try {
            return Instant.parse(text) != null;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
