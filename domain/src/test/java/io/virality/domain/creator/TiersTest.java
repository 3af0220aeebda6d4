package io.virality.domain.creator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.virality.domain.ForManySeeds;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TiersTest {

    @ParameterizedTest
    @CsvSource({
        "0, emerging",
        "999, emerging",
        "1000, nano",
        "9999, nano",
        "10000, micro",
        "99999, micro",
        "100000, mid",
        "499999, mid",
        "500000, macro",
        "999999, macro",
        "1000000, mega",
        "160000000, mega"
    })
    void a_standard_tier_includes_its_lower_edge(long followers, String tier) {
        assertEquals(tier, Tiers.STANDARD.of(followers).name());
    }

    @ForManySeeds
    void every_number_of_followers_lies_between_the_edges_of_its_tier(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        long edge = random.nextLong(1, 1_000);
        Tiers tiers = Tiers.parse("small:0, middle:" + edge + ", large:" + (edge + random.nextLong(1, 1_000)));
        for (long followers = 0; followers < 2_100; followers++) {
            Tier tier = tiers.of(followers);
            assertTrue(tier.fewest() <= followers);
            assertTrue(followers < tiers.end(tier).orElse(Long.MAX_VALUE));
        }
    }

    @Test
    void a_tier_ends_where_the_next_one_starts() {
        Tiers tiers = Tiers.parse("small:0,large:100");

        assertEquals(OptionalLong.of(100), tiers.end(tiers.named("small")));
        assertEquals(OptionalLong.empty(), tiers.end(tiers.named("large")));
    }

    @Test
    void tiers_are_read_from_text_with_blanks_and_capitals() {
        assertEquals(
                List.of(new Tier("small", 0), new Tier("large", 100_000)),
                Tiers.parse(" Small : 0 ,LARGE:100000").all());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "small",
                "small:0:1",
                "small:0,",
                ":0",
                "small:",
                "small:-1",
                "small:0.5",
                "small:1e3",
                "small:1000000000000000000",
                "small:1",
                "small:0,large:0",
                "small:0,large:10,huge:9",
                "small:0,small:10"
            })
    void a_text_that_is_not_tiers_is_refused(String text) {
        assertThrows(IllegalArgumentException.class, () -> Tiers.parse(text));
    }

    @Test
    void a_refusal_says_what_to_write() {
        Exception refusal = assertThrows(IllegalArgumentException.class, () -> Tiers.parse("small:0, large"));

        assertEquals("not a tier: 'large'; write name:followers", refusal.getMessage());
    }

    @Test
    void no_tiers_are_refused() {
        assertThrows(IllegalArgumentException.class, () -> new Tiers(List.of()));
    }

    @Test
    void an_unknown_name_is_refused_with_the_known_ones() {
        Exception refusal = assertThrows(IllegalArgumentException.class, () -> Tiers.STANDARD.named("giga"));

        assertEquals(
                "unknown tier 'giga'; known tiers: [emerging, nano, micro, mid, macro, mega]", refusal.getMessage());
    }

    @Test
    void a_tier_has_a_name_and_no_negative_edge() {
        assertThrows(IllegalArgumentException.class, () -> new Tier(" ", 0));
        assertThrows(IllegalArgumentException.class, () -> new Tier("small", -1));
    }
}
