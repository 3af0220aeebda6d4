package io.virality.domain.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.virality.domain.creator.Tiers;
import io.virality.domain.engagement.RateDefinition;
import io.virality.domain.stats.Correlation;
import io.virality.domain.stats.Figures;
import io.virality.domain.stats.PearsonCorrelation;
import io.virality.domain.stats.RankCorrelation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorrelationsTest {

    private static final Figures FIGURES = new Figures(Map.of(
            "views", new double[] {1, 2, 3, 4, 500, 6},
            "likes", new double[] {1, 3, 2, 4, 5, 60},
            "comments", new double[] {1, 1, 1, 1, 1, 1},
            "shares", new double[] {1, 2, 3, 4, 500, 6}));

    @Test
    void ranks_and_values_have_their_own_coefficients_and_intervals() {
        Row ranks = judged(Map.of(), "views", "likes", 6);
        Row values = judged(Map.of("method", "pearson"), "views", "likes", 6);
        RankCorrelation ofRanks = new RankCorrelation(31 / 35.0, 6);
        PearsonCorrelation ofValues =
                new PearsonCorrelation(FIGURES.correlation(Correlation.Method.PEARSON, "views", "likes"), 6);

        assertEquals(ofRanks.coefficient(), ranks.number("correlation"), 1e-12);
        assertEquals(ofRanks.interval(.95).low(), ranks.number("low"), 1e-12);
        assertEquals(ofRanks.pValue(), ranks.number("p"), 1e-12);
        assertEquals(ofValues.coefficient(), values.number("correlation"), 1e-12);
        assertEquals(ofValues.interval(.95).high(), values.number("high"), 1e-12);
        assertTrue(values.number("correlation") < .1, "a line through two outliers");
    }

    @ParameterizedTest
    @CsvSource({
        "views, likes, 4, n below 5: withheld",
        "views, comments, 6, all values are equal: no correlation",
        "views, shares, 6, all are in one order: no interval"
    })
    void what_has_no_interval_says_why(String first, String second, long n, String note) {
        Row row = judged(Map.of(), first, second, n);

        assertEquals(note, row.text("note"));
        assertNull(row.values().get("low"));
        assertNull(row.values().get("p"));
    }

    @ParameterizedTest
    @CsvSource({
        "views, engagement, views are part of the engagement rate",
        "engagement, likes, likes are part of the engagement rate",
        "orders, net_sales, sums over the same sales",
        "views, likes,",
        "saves, engagement,",
        "clicks, orders,"
    })
    void what_goes_together_by_construction_is_marked(String first, String second, String shared) {
        assertEquals(shared, judged(Map.of(), first, second, 3).text("shared"));
    }

    @Test
    void a_rate_by_followers_shares_them() {
        Topic topic = Correlations.OF_CREATORS.topic();
        for (RateDefinition definition : RateDefinition.values()) {
            Arguments arguments =
                    Arguments.read(topic.parameters(), Map.of("definition", definition.id()), Set.of(definition));
            Question question = Correlations.OF_CREATORS.asked().apply(arguments, Tiers.STANDARD);
            Row row = question.conclude(Given.evidence(List.of(row("followers", "engagement", 3))))
                    .rows()
                    .get(0);

            assertEquals(definition == RateDefinition.BY_FOLLOWERS, row.text("shared") != null);
        }
    }

    @Test
    void caveats_name_what_nobody_knows_and_what_pearson_takes_for_granted() {
        List<String> ofRanks = conclude(Map.of(), row("views", "likes", 6)).caveats();
        List<String> ofValues =
                conclude(Map.of("method", "pearson"), row("views", "likes", 6)).caveats();

        assertTrue(ofRanks.contains("of no one are known: saves, followers, engagement"));
        assertFalse(ofRanks.stream().anyMatch(caveat -> caveat.contains("Pearson")));
        assertTrue(ofValues.stream().anyMatch(caveat -> caveat.contains("Pearson")));
        assertFalse(
                conclude(Map.of()).caveats().stream().anyMatch(caveat -> caveat.startsWith("of no one")),
                "nothing is loaded");
    }

    private static Row judged(Map<String, String> given, String first, String second, long n) {
        return conclude(given, row(first, second, n)).rows().get(0);
    }

    private static Conclusion conclude(Map<String, String> given, Row... rows) {
        Arguments arguments = Arguments.read(Correlations.OF_VIDEOS.topic().parameters(), given, Set.of());
        return Correlations.OF_VIDEOS
                .asked()
                .apply(arguments, Tiers.STANDARD)
                .conclude(Given.evidence(List.of(rows)).with(FIGURES));
    }

    private static Row row(String first, String second, long n) {
        return Given.row("first", first, "second", second, "n", n);
    }
}
