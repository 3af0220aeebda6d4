package io.virality.domain.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.virality.domain.creator.Tiers;
import io.virality.domain.engagement.RateDefinition;
import io.virality.domain.stats.RankCorrelation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EngagementVersusFollowersTest {

    @Test
    void a_correlation_gets_its_interval_and_p_value() {
        RankCorrelation correlation = new RankCorrelation(-.3, 30);

        assertEquals(
                row(30, -.3)
                        .with("low", correlation.interval(.95).low())
                        .with("high", correlation.interval(.95).high())
                        .with("p", correlation.pValue())
                        .with("note", null),
                judged(5, row(30, -.3)));
    }

    @ParameterizedTest
    @CsvSource({"5, 4, 5", "0, 3, 4", "100, 99, 100"})
    void the_correlation_of_too_few_creators_is_withheld(long minimum, long n, long needed) {
        assertWithoutInterval("n below " + needed + ": withheld", row(n, null), judged(minimum, row(n, .5)));
    }

    @ParameterizedTest
    @CsvSource({"5, 5", "0, 4", "100, 100"})
    void just_enough_creators_get_one(long minimum, long n) {
        assertTrue(judged(minimum, row(n, .5)).number("low") < .5);
    }

    @Test
    void equal_values_have_no_correlation() {
        assertWithoutInterval("all values are equal: no correlation", row(10, null), judged(5, row(10, null)));
    }

    @ParameterizedTest
    @CsvSource({"0", "1"})
    void nobody_and_one_alone_are_too_few(long n) {
        assertWithoutInterval("n below 5: withheld", row(n, null), judged(5, row(n, null)));
    }

    @ParameterizedTest
    @CsvSource({"1", "-1", "0.9999999999999998"})
    void a_perfect_order_of_a_few_creators_is_not_sold_as_certainty(double coefficient) {
        assertWithoutInterval(
                "all creators are in one order: no interval", row(5, coefficient), judged(5, row(5, coefficient)));
    }

    @Test
    void a_rate_per_follower_falls_with_followers_by_construction() {
        List<String> caveats = new EngagementVersusFollowers(RateDefinition.BY_FOLLOWERS, Tiers.STANDARD, 5)
                .conclude(Given.evidence(List.of()))
                .caveats();

        assertEquals(
                List.of(
                        "followers stand in the rate's denominator: a negative correlation comes by construction",
                        "a correlation over all creators mixes tiers; within a tier the range of followers is narrow"),
                caveats);
    }

    @Test
    void it_asks_with_its_parameters() {
        Arguments arguments = Arguments.read(
                EngagementVersusFollowers.TOPIC.parameters(), Map.of("minimum", "9"), Set.of(RateDefinition.BY_VIEWS));

        assertEquals(
                new EngagementVersusFollowers(RateDefinition.BY_VIEWS, Tiers.STANDARD, 9),
                EngagementVersusFollowers.ENTRY.asked().apply(arguments, Tiers.STANDARD));
        assertEquals(List.of("low", "high", "p", "note"), EngagementVersusFollowers.TOPIC.computed());
    }

    private static Row row(long n, Double correlation) {
        return Given.row("creators", "all", "n", n, "correlation", correlation);
    }

    private static Row judged(long minimum, Row row) {
        Conclusion conclusion = new EngagementVersusFollowers(RateDefinition.PROVIDER, Tiers.STANDARD, minimum)
                .conclude(Given.evidence(List.of(row)));
        assertEquals(1, conclusion.caveats().size());
        return conclusion.rows().get(0);
    }

    private static void assertWithoutInterval(String note, Row row, Row judged) {
        assertEquals(row.with("low", null).with("high", null).with("p", null).with("note", note), judged);
    }
}
