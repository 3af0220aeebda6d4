package io.virality.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SchemasTest {

    private enum Colour {
        RED,
        DEEP_BLUE
    }

    record EveryView(
            String text,
            Optional<Boolean> maybe,
            long whole,
            OptionalLong perhapsWhole,
            double number,
            OptionalDouble perhapsNumber,
            Instant at,
            @JsonInclude(JsonInclude.Include.ALWAYS) Optional<Instant> stays,
            Colour colour,
            @JsonProperty("default") String renamed,
            List<PartView> parts,
            Map<String, Object> values,
            @JsonUnwrapped PartView inlined) {}

    record PartView(int n) {}

    record TwinsView(PartView here, Elsewhere.PartView there) {}

    record SetView(Set<String> names) {}

    private static final class Elsewhere {
        record PartView(int m) {}
    }

    private final Schemas schemas = new Schemas();

    @Test
    void a_view_is_described_as_it_is_written() {
        assertEquals(Map.of("$ref", "#/components/schemas/Every"), schemas.of(EveryView.class));
        assertEquals(RunningServer.parse("""
                        {"Every": {"properties": {
                           "text": {"type": "string"},
                           "maybe": {"type": "boolean"},
                           "whole": {"type": "integer"},
                           "perhapsWhole": {"type": "integer"},
                           "number": {"type": "number"},
                           "perhapsNumber": {"type": "number"},
                           "at": {"format": "date-time", "type": "string"},
                           "stays": {"anyOf": [{"format": "date-time", "type": "string"}, {"type": "null"}]},
                           "colour": {"enum": ["red", "deep-blue"], "type": "string"},
                           "default": {"type": "string"},
                           "parts": {"items": {"$ref": "#/components/schemas/Part"}, "type": "array"},
                           "values": {"additionalProperties": {}, "type": "object"},
                           "n": {"type": "integer"}},
                          "required": ["text", "whole", "number", "at", "stays", "colour", "default", "parts",
                                       "values", "n"],
                          "type": "object"},
                         "Part": {"properties": {"n": {"type": "integer"}}, "required": ["n"], "type": "object"}}
                        """), RunningServer.parse(Json.write(schemas.named())));
    }

    @Test
    void what_is_empty_is_left_out_but_for_what_stays() {
        EveryView view = new EveryView(
                "a",
                Optional.empty(),
                1,
                OptionalLong.empty(),
                .5,
                OptionalDouble.empty(),
                Instant.EPOCH,
                Optional.empty(),
                Colour.DEEP_BLUE,
                "b",
                List.of(),
                Map.of(),
                new PartView(7));
        assertEquals(
                "{\"text\":\"a\",\"whole\":1,\"number\":0.5,\"at\":\"1970-01-01T00:00:00Z\",\"stays\":null,"
                        + "\"colour\":\"deep-blue\",\"default\":\"b\",\"parts\":[],\"values\":{},\"n\":7}",
                Json.write(view));
    }

    @Test
    void two_views_of_one_name_are_noticed() {
        assertThrows(IllegalStateException.class, () -> schemas.of(TwinsView.class));
    }

    @Test
    void a_type_that_views_cannot_hold_is_noticed() {
        assertThrows(IllegalArgumentException.class, () -> schemas.of(SetView.class));
        assertThrows(IllegalArgumentException.class, () -> schemas.of(StringBuilder.class));
    }
}
