package io.virality.domain.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.virality.domain.creator.Tiers;
import io.virality.domain.engagement.RateDefinition;
import io.virality.domain.stats.Figures;
import io.virality.domain.stats.RankCorrelation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EngagementVersusFollowersTest {

    private static final double[] FOLLOWERS = {100, 200, 300, 400, 500};

    @Test
    void a_correlation_gets_its_interval_and_p_value() {
        Row judged = judged(5, row("all", 5), figures(FOLLOWERS, .4, .5, .2, .3, .1));

        RankCorrelation correlation = new RankCorrelation(judged.number("correlation"), 5);
        assertEquals(-.8, correlation.coefficient(), 1e-12);
        assertEquals(
                row("all", 5)
                        .with("correlation", correlation.coefficient())
                        .with("low", correlation.interval(.95).low())
                        .with("high", correlation.interval(.95).high())
                        .with("p", correlation.pValue())
                        .with("note", null),
                judged);
    }

    @Test
    void a_tier_is_judged_by_its_own_creators() {
        double[] followers = {10, 20, 30, 40, 1_000, 2_000, 3_000, 4_000};
        Figures figures = figures(followers, .9, .8, .6, .7, .1, .2, .4, .3);

        assertEquals(-.8, judged(4, row("emerging", 4), figures).number("correlation"), 1e-12);
        assertEquals(.8, judged(4, row("nano", 4), figures).number("correlation"), 1e-12);
        assertTrue(judged(4, row("all", 8), figures).number("correlation") < 0);
    }

    @ParameterizedTest
    @CsvSource({"6, 6", "0, 4", "100, 100"})
    void the_correlation_of_too_few_creators_is_withheld(long minimum, long needed) {
        double[] followers =
                DoubleStream.of(FOLLOWERS).limit(Math.min(5, needed - 1)).toArray();
        double[] rates =
                DoubleStream.of(.4, .5, .2, .3, .1).limit(followers.length).toArray();

        assertWithoutInterval(
                "n below " + needed + ": withheld",
                null,
                judged(minimum, row("all", followers.length), figures(followers, rates)));
    }

    @ParameterizedTest
    @CsvSource({"5", "0", "4"})
    void just_enough_creators_get_one(long minimum) {
        assertTrue(judged(minimum, row("all", 5), figures(FOLLOWERS, .4, .5, .2, .3, .1))
                        .number("low")
                < -.7);
    }

    @Test
    void equal_values_have_no_correlation() {
        assertWithoutInterval(
                "all values are equal: no correlation",
                null,
                judged(5, row("all", 5), figures(FOLLOWERS, .1, .1, .1, .1, .1)));
    }

    @ParameterizedTest
    @CsvSource({"0", "1"})
    void nobody_and_one_alone_are_too_few(int n) {
        assertWithoutInterval(
                "n below 5: withheld", null, judged(5, row("all", n), figures(new double[n], new double[n])));
    }

    @Test
    void a_perfect_order_of_a_few_creators_is_not_sold_as_certainty() {
        assertWithoutInterval(
                "all creators are in one order: no interval",
                -1.0,
                judged(5, row("all", 5), figures(FOLLOWERS, .5, .4, .3, .2, .1)));
    }

    @Test
    void a_rate_per_follower_falls_with_followers_by_construction() {
        List<String> caveats = new EngagementVersusFollowers(RateDefinition.BY_FOLLOWERS, Tiers.STANDARD, 5)
                .conclude(Given.evidence(List.of()))
                .caveats();

        assertEquals(
                List.of(
                        "followers stand in the rate's denominator: a negative correlation comes by construction",
                        "a correlation over all creators mixes tiers; within a tier the range of followers is narrow",
                        "the figures behind the correlations are those of \"figures\" in the statement"),
                caveats);
    }

    @Test
    void it_asks_with_its_parameters() {
        Arguments arguments = Arguments.read(
                EngagementVersusFollowers.TOPIC.parameters(), Map.of("minimum", "9"), Set.of(RateDefinition.BY_VIEWS));

        assertEquals(
                new EngagementVersusFollowers(RateDefinition.BY_VIEWS, Tiers.STANDARD, 9),
                EngagementVersusFollowers.ENTRY.asked().apply(arguments, Tiers.STANDARD));
        assertEquals(List.of("correlation", "low", "high", "p", "note"), EngagementVersusFollowers.TOPIC.computed());
    }

    private static Row row(String creators, long n) {
        return Given.row("creators", creators, "n", n);
    }

    private static Figures figures(double[] followers, double... rates) {
        Map<String, double[]> columns = new LinkedHashMap<>();
        columns.put("followers", followers);
        columns.put("engagement", rates);
        return new Figures(columns);
    }

    private static Row judged(long minimum, Row row, Figures figures) {
        Conclusion conclusion = new EngagementVersusFollowers(RateDefinition.PROVIDER, Tiers.STANDARD, minimum)
                .conclude(Given.evidence(List.of(row)).with(figures));
        assertEquals(2, conclusion.caveats().size());
        return conclusion.rows().get(0);
    }

    private static void assertWithoutInterval(String note, Double correlation, Row judged) {
        assertEquals(note, judged.text("note"));
        assertEquals(correlation, judged.values().get("correlation"));
        for (String column : List.of("low", "high", "p")) {
            assertEquals(null, judged.values().get(column), column);
        }
    }
}
