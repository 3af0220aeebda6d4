package io.virality.domain.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.virality.domain.creator.Origin;
import io.virality.domain.creator.Tiers;
import io.virality.domain.stats.ClusteredSample;
import io.virality.domain.stats.Figures;
import io.virality.domain.stats.Interval;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ViewsByTraitTest {

    private static final Row DANCE = Given.row("hashtag", "dance", "creators", 3L, "n", 4L);
    private static final Row FOOD = Given.row("hashtag", "food", "creators", 2L, "n", 2L);
    private static final Row PETS = Given.row("hashtag", "pets", "creators", 2L, "n", 2L);
    private static final Row ART = Given.row("hashtag", "art", "creators", 2L, "n", 3L);

    /** In the order of their names, which is no order of their medians, and the videos in none. */
    private static final Figures VIDEOS = new Figures(Map.of(
            "row", new double[] {1, 0, 2, 1, 3, 1, 0, 2, 0, 1, 3},
            "creator", new double[] {1, 1, 1, 2, 1, 3, 2, 2, 2, 3, 2},
            "value", new double[] {.9, 2, 1, .5, 1, .7, 2, 3, 4, .1, 3}));

    @Test
    void the_highest_medians_come_first_then_the_most_videos_then_the_names() {
        Conclusion conclusion = hashtags(Map.of("minimum", "2")).conclude(lifts());

        assertEquals(List.of("art", "food", "pets", "dance"), names(conclusion));
        assertEquals(2, conclusion.rows().get(0).number("median"));
        assertEquals(2, conclusion.rows().get(1).number("median"));
        assertEquals(2, conclusion.rows().get(2).number("median"));
        assertEquals(.6, conclusion.rows().get(3).number("median"), 1e-15);
    }

    @Test
    void no_more_are_named_than_asked_for() {
        Conclusion conclusion = hashtags(Map.of("minimum", "2", "limit", "2")).conclude(lifts());

        assertEquals(List.of("art", "food"), names(conclusion));
    }

    @Test
    void each_has_the_interval_of_its_own_videos_clustered_by_creator() {
        Interval interval = ClusteredSample.of(new double[] {.9, .5, .7, .1}, new double[] {1, 2, 3, 3})
                .medianInterval(.95);
        Row dance = hashtags(Map.of("minimum", "2")).conclude(lifts()).rows().get(3);

        assertEquals(interval.low(), dance.number("low"));
        assertEquals(interval.high(), dance.number("high"));
        assertEquals(
                List.of("hashtag", "creators", "n", "median", "low", "high", "note"),
                List.copyOf(dance.values().keySet()));
    }

    @Test
    void an_hour_of_too_few_creators_stays_in_its_place_without_a_figure() {
        Question times = ask("posting-times", Map.of("minimum", "3"));
        Conclusion conclusion = times.conclude(evidence(
                List.of(
                        Given.row("time", "Monday 00:00", "weekday", 1L, "hour", 0L, "creators", 2L, "n", 2L),
                        Given.row("time", "Monday 01:00", "weekday", 1L, "hour", 1L, "creators", 3L, "n", 3L)),
                new Figures(Map.of(
                        "row", new double[] {0, 0, 1, 1, 1},
                        "creator", new double[] {1, 2, 1, 2, 3},
                        "value", new double[] {9, 9, 1, 2, 3}))));

        Row withheld = conclusion.rows().get(0);
        assertEquals("Monday 00:00", withheld.text("time"));
        assertTrue(Double.isNaN(withheld.number("median")) && Double.isNaN(withheld.number("low")));
        assertEquals("fewer than 3 creators: withheld", withheld.text("note"));
        assertEquals(2, conclusion.rows().get(1).number("median"));
        assertEquals(
                "hours withheld for videos of fewer than 3 creators: 1",
                conclusion.caveats().get(0));
    }

    private static Evidence lifts() {
        return evidence(List.of(ART, DANCE, FOOD, PETS), VIDEOS);
    }

    private static Evidence evidence(List<Row> rows, Figures figures) {
        return new Evidence(
                new Statement("none", "given"), rows, Map.of(), 11, 0, Optional.empty(), Origin.SIMULATED, figures);
    }

    private static List<String> names(Conclusion conclusion) {
        return conclusion.rows().stream().map(row -> row.text("hashtag")).toList();
    }

    private static Question hashtags(Map<String, String> given) {
        return ask("hashtag-lift", given);
    }

    private static Question ask(String id, Map<String, String> given) {
        Catalogue catalogue = new Catalogue(Tiers.STANDARD);
        Topic topic = catalogue.topic(id).orElseThrow();
        return catalogue.ask(topic, Arguments.read(topic.parameters(), given, Set.of()));
    }
}
