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
            "shares", new double[] {1, 2, 3, 4, 500, 6},
            "saves", new double[] {Double.NaN, 2, 3, 4, Double.NaN, 6}));

    @Test
    void ranks_and_values_have_their_own_coefficients_and_intervals() {
        Row ranks = judged(Map.of(), "views", "likes");
        Row values = judged(Map.of("method", "pearson"), "views", "likes");
        RankCorrelation ofRanks = new RankCorrelation(31 / 35.0, 6);
        PearsonCorrelation ofValues =
                new PearsonCorrelation(FIGURES.correlation(Correlation.Method.PEARSON, "views", "likes"), 6);

        assertEquals(6, ranks.count("n"));
        assertEquals(ofRanks.coefficient(), ranks.number("correlation"), 1e-12);
        assertEquals(ofRanks.interval(.95).low(), ranks.number("low"), 1e-12);
        assertEquals(ofRanks.pValue(), ranks.number("p"), 1e-12);
        assertEquals(ofValues.coefficient(), values.number("correlation"), 1e-12);
        assertEquals(ofValues.interval(.95).high(), values.number("high"), 1e-12);
        assertTrue(values.number("correlation") < .1, "a line through two outliers");
    }

    @ParameterizedTest
    @CsvSource({
        "views, saves, 4, n below 5: withheld",
        "views, comments, 6, all values are equal: no correlation",
        "views, shares, 6, all are in one order: no interval"
    })
    void what_has_no_interval_says_why(String first, String second, long n, String note) {
        Row row = judged(Map.of(), first, second);

        assertEquals(n, row.count("n"));
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
        Population population =
                first.equals("orders") || first.equals("clicks") ? Population.CREATORS : Population.VIDEOS;
        assertEquals(
                shared,
                conclude(population, Map.of(), both(first, second))
                        .rows()
                        .get(0)
                        .text("shared"));
    }

    @ParameterizedTest
    @CsvSource({
        "likes, saves, sums over the same videos",
        "views, comments, sums over the same videos",
        "shares, engagement, shares are part of the engagement rate",
        "saves, engagement,",
        "views, clicks,",
        "comments, orders,"
    })
    void of_a_creator_sums_over_its_videos_go_together_by_construction(String first, String second, String shared) {
        Row row = conclude(Population.CREATORS, Map.of("definition", "by-views@1"), both(first, second))
                .rows()
                .get(0);

        assertEquals(shared, row.text("shared"));
    }

    @Test
    void a_rate_by_followers_shares_them() {
        Topic topic = Correlations.OF_CREATORS.topic();
        for (RateDefinition definition : RateDefinition.values()) {
            Arguments arguments =
                    Arguments.read(topic.parameters(), Map.of("definition", definition.id()), Set.of(definition));
            Question question = Correlations.OF_CREATORS.asked().apply(arguments, Tiers.STANDARD);
            Row row = question.conclude(Given.evidence(List.of()).with(both("followers", "engagement")))
                    .rows()
                    .get(0);

            assertEquals(definition == RateDefinition.BY_FOLLOWERS, row.text("shared") != null);
        }
    }

    @Test
    void caveats_name_what_nobody_knows_and_what_pearson_takes_for_granted() {
        List<String> ofRanks = conclude(Population.VIDEOS, Map.of(), FIGURES).caveats();
        List<String> ofValues = conclude(Population.VIDEOS, Map.of("method", "pearson"), FIGURES)
                .caveats();

        assertTrue(ofRanks.contains("of no one are known: followers, engagement"));
        assertFalse(ofRanks.stream().anyMatch(caveat -> caveat.contains("Pearson")));
        assertTrue(ofValues.stream().anyMatch(caveat -> caveat.contains("Pearson")));
        assertFalse(
                conclude(Population.VIDEOS, Map.of(), Figures.NONE).caveats().stream()
                        .anyMatch(caveat -> caveat.startsWith("of no one")),
                "nothing is loaded");
    }

    @Test
    void of_two_that_are_never_known_together_nothing_is_said() {
        Figures figures = new Figures(Map.of(
                "views", new double[] {1, 2, Double.NaN},
                "likes", new double[] {Double.NaN, Double.NaN, 3},
                "shares", new double[] {4, 5, Double.NaN}));

        assertEquals(
                List.of("views and shares"),
                conclude(Population.VIDEOS, Map.of(), figures).rows().stream()
                        .map(row -> row.text("first") + " and " + row.text("second"))
                        .toList());
    }

    private static Row judged(Map<String, String> given, String first, String second) {
        return conclude(Population.VIDEOS, given, FIGURES).rows().stream()
                .filter(row ->
                        row.text("first").equals(first) && row.text("second").equals(second))
                .findFirst()
                .orElseThrow();
    }

    private static Conclusion conclude(Population population, Map<String, String> given, Figures figures) {
        Entry entry = population == Population.VIDEOS ? Correlations.OF_VIDEOS : Correlations.OF_CREATORS;
        Arguments arguments = Arguments.read(entry.topic().parameters(), given, Set.of(RateDefinition.values()));
        return entry.asked()
                .apply(arguments, Tiers.STANDARD)
                .conclude(Given.evidence(List.of()).with(figures));
    }

    private static Figures both(String first, String second) {
        return new Figures(Map.of(first, new double[] {1, 2, 3}, second, new double[] {3, 1, 2}));
    }
}
