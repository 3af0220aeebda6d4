package io.virality.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A validator that never complains would prove nothing. */
class SchemaValidatorTest {

    private static final JsonNode DOCUMENT = RunningServer.parse("""
            {"components": {"schemas": {"Thing": {
               "type": "object", "required": ["name"], "properties": {
                  "name": {"type": "string", "enum": ["a", "b"]},
                  "at": {"anyOf": [{"type": "string", "format": "date-time"}, {"type": "null"}]},
                  "numbers": {"type": "array", "items": {"type": "integer"}},
                  "parts": {"type": "array", "items": {"$ref": "#/components/schemas/Thing"}}}}}}}
            """);
    private static final JsonNode THING = RunningServer.parse("{\"$ref\": \"#/components/schemas/Thing\"}");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"name\": \"a\"}                                              | 0",
                "{\"name\": \"a\", \"at\": null, \"numbers\": [1, 2]}           | 0",
                "{\"name\": \"a\", \"at\": \"2026-11-01T12:00:00Z\"}            | 0",
                "{\"name\": \"a\", \"parts\": [{\"name\": \"b\"}]}              | 0",
                "[]                                                             | 1",
                "{}                                                             | 1",
                "{\"name\": 1}                                                  | 1",
                "{\"name\": \"c\"}                                              | 1",
                "{\"name\": \"a\", \"at\": \"yesterday\"}                       | 1",
                "{\"name\": \"a\", \"numbers\": [1, 2.5, \"x\"]}                | 2",
                "{\"name\": \"a\", \"parts\": [{}, {\"name\": \"z\"}]}          | 2",
                "{\"name\": \"a\", \"colour\": \"red\"}                         | 1"
            })
    void complains_about_each_thing_that_is_not_as_described(String value, int complaints) {
        List<String> violations = new SchemaValidator(DOCUMENT).violations(THING, RunningServer.parse(value));
        assertEquals(complaints, violations.size(), violations::toString);
    }
}
