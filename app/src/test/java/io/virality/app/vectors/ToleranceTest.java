package io.virality.app.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.DoubleNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToleranceTest {

    private static final String RULES =
            "{'abs': .01, 'rel': .1, 'per_field': {'exact': {'abs': 0}, 'said': {'ignore': true}}}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10 | 10.9",
                "10 | 11",
                "0 | .01",
                "null | null",
                "true | true",
                "\"word\" | \"word\"",
                "[1, 2] | [1.05, 2]",
                "{'a': 1} | {'a': 1.05, 'b': 2}",
                "{'a': null} | {}",
                "{'exact': 1} | {'exact': 1.0}",
                "{'said': 1} | {'said': 2}",
                "{'said': {'deep': 1}} | {}"
            })
    void close_enough_passes(String expected, String answer) throws JsonProcessingException {
        assertEquals(List.of(), differences(json(expected), json(answer)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10 | 11.1",
                "0 | .011",
                "null | 0",
                "1 | null",
                "true | 1",
                "\"word\" | \"other\"",
                "[1, 2] | [1]",
                "{'a': 1} | {}",
                "{'exact': 1} | {'exact': 1.01}",
                "{'exact': [1]} | {'exact': [1.01]}",
                "\"Infinity\" | 1e300",
                "{'a': 1} | 1"
            })
    void too_far_does_not(String expected, String answer) throws JsonProcessingException {
        assertFalse(differences(json(expected), json(answer)).isEmpty());
    }

    @Test
    void infinity_is_meant_literally() throws JsonProcessingException {
        assertEquals(List.of(), differences(json("'-Infinity'"), DoubleNode.valueOf(Double.NEGATIVE_INFINITY)));
        assertFalse(differences(json("'-Infinity'"), DoubleNode.valueOf(Double.POSITIVE_INFINITY))
                .isEmpty());
        assertFalse(differences(json("1"), DoubleNode.valueOf(Double.POSITIVE_INFINITY))
                .isEmpty());
    }

    private static List<String> differences(JsonNode expected, JsonNode answer) throws JsonProcessingException {
        return new Tolerance(json(RULES)).differences(expected, answer);
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return new ObjectMapper()
                .readerFor(JsonNode.class)
                .with(
                        com.fasterxml.jackson.core.json.JsonReadFeature.ALLOW_LEADING_DECIMAL_POINT_FOR_NUMBERS
                                .mappedFeature())
                .with(com.fasterxml.jackson.core.JsonParser.Feature.ALLOW_SINGLE_QUOTES)
                .readValue(text);
    }
}
