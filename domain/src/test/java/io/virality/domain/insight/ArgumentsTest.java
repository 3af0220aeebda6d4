package io.virality.domain.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.virality.domain.engagement.RateDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArgumentsTest {

    private static final Parameter COUNT = new Parameter("count", Parameter.Kind.COUNT, "5", "");
    private static final Parameter LIMIT = new Parameter("limit", Parameter.Kind.LIMIT, "10", "");
    private static final Parameter SEED = new Parameter("seed", Parameter.Kind.SEED, "7", "");
    private static final List<Parameter> ALL = List.of(COUNT, LIMIT, SEED, Parameter.DEFINITION);

    @Test
    void what_is_not_given_has_its_default() {
        Arguments arguments = read(Map.of());

        assertEquals(5, arguments.number(COUNT));
        assertEquals(10, arguments.number(LIMIT));
        assertEquals(7, arguments.number(SEED));
    }

    @Test
    void what_is_given_counts() {
        Arguments arguments = read(Map.of("count", "0", "limit", "1000", "seed", "-1", "definition", "by-followers@1"));

        assertEquals(0, arguments.number(COUNT));
        assertEquals(1_000, arguments.number(LIMIT));
        assertEquals(-1, arguments.number(SEED));
        assertEquals(RateDefinition.BY_FOLLOWERS, arguments.definition());
    }

    @Test
    void the_default_definition_is_the_preferred_one_of_those_the_data_has() {
        assertEquals(
                RateDefinition.BY_VIEWS,
                Arguments.read(ALL, Map.of(), Set.of(RateDefinition.BY_FOLLOWERS, RateDefinition.BY_VIEWS))
                        .definition());
    }

    @Test
    void a_definition_asked_for_is_used_even_if_the_data_has_none() {
        assertEquals(
                RateDefinition.BY_VIEWS,
                Arguments.read(ALL, Map.of("definition", "by-views@1"), Set.of(RateDefinition.PROVIDER))
                        .definition());
    }

    @Test
    void documents_show_all_values_in_the_order_of_the_parameters() {
        Map<String, Object> shown = read(Map.of("seed", "3")).shown();

        assertEquals(List.of("count", "limit", "seed", "definition"), new ArrayList<>(shown.keySet()));
        assertEquals(List.of(5L, 10L, 3L, "provider@1"), new ArrayList<>(shown.values()));
    }

    @Test
    void an_unknown_name_is_refused_with_the_known_ones() {
        Exception refusal = assertThrows(IllegalArgumentException.class, () -> read(Map.of("limits", "5")));

        assertEquals(
                "unknown parameter 'limits'; this question has: [count, limit, seed, definition]",
                refusal.getMessage());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    count      | -1                  | 'count': must be at least 0, not -1
                    count      | many                | 'count' must be a whole number, not 'many'
                    count      | 1.5                 | 'count' must be a whole number, not '1.5'
                    count      | ''                  | 'count' must be a whole number, not ''
                    count      | 9223372036854775808 | 'count' must be a whole number, not '9223372036854775808'
                    limit      | 0                   | 'limit': must be at least 1, not 0
                    limit      | 1001                | 'limit': must be at most 1000, not 1001
                    seed       | x                   | 'seed' must be a whole number, not 'x'
                    definition | provider            | 'definition': unknown definition 'provider'; known definitions: \
                    [provider@1, by-views@1, by-followers@1]
                    """)
    void an_impossible_value_is_refused_with_the_reason(String name, String value, String reason) {
        Exception refusal = assertThrows(IllegalArgumentException.class, () -> read(Map.of(name, value)));

        assertEquals(reason, refusal.getMessage());
    }

    private static Arguments read(Map<String, String> given) {
        return Arguments.read(ALL, given, Set.of(RateDefinition.PROVIDER));
    }
}
