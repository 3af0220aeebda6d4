package io.virality.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SourceExceptionTest {

    private static final List<String> KNOWN = List.of("seed", "days", "creators");

    @Test
    void a_mistyped_name_comes_with_the_one_that_was_meant() {
        SourceException unknown = SourceException.unknown("property", "creatros", KNOWN);
        assertEquals(
                "no property 'creatros'; did you mean 'creators'? Known: [creators, days, seed]", unknown.getMessage());
        assertEquals(SourceException.Turn.USER, unknown.turn());
    }

    @Test
    void two_letters_in_the_wrong_order_are_one_mistake() {
        assertEquals(
                "no property 'sede'; did you mean 'seed'? Known: [creators, days, seed]",
                SourceException.unknown("property", "sede", KNOWN).getMessage());
    }

    @Test
    void capitals_are_no_reason_to_miss_a_name() {
        assertEquals(
                "no property 'Seed'; did you mean 'seed'? Known: [creators, days, seed]",
                SourceException.unknown("property", "Seed", KNOWN).getMessage());
    }

    @Test
    void a_name_unlike_all_others_comes_without_a_guess() {
        assertEquals(
                "no property 'colour'; known: [creators, days, seed]",
                SourceException.unknown("property", "colour", KNOWN).getMessage());
    }

    @Test
    void a_long_list_is_cut() {
        List<String> many =
                IntStream.range(100, 200).mapToObj(Integer::toString).toList();
        String message = SourceException.unknown("number", "abc", many).getMessage();
        assertTrue(message.endsWith("138, 139, …]"), message);
    }

    @Test
    void where_nothing_is_known_nothing_is_suggested() {
        assertEquals(
                "no property 'seed'; known: []",
                SourceException.unknown("property", "seed", List.of()).getMessage());
    }
}
