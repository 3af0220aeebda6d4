package io.virality.domain.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.virality.domain.creator.Tiers;
import io.virality.domain.engagement.RateDefinition;
import io.virality.domain.stats.Interval;
import io.virality.domain.stats.Sample;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroupComparisonTest {

    private static final Sample FIVE = Sample.of(.01, .02, .03, .05, .08);
    private static final String OUTSIDE =
            "quartiles and intervals are computed outside SQL from the rows of \"measured\" in the statement";

    @Test
    void a_group_of_the_minimum_size_has_the_seeded_bootstrap_interval_of_its_median() {
        Interval interval = FIVE.medianInterval(.95, 2_000, 7);
        Conclusion conclusion = byTier(5, 7)
                .conclude(Given.evidence(List.of(Given.row("tier", "nano", "n", 5L)), Map.of("nano", FIVE)));

        assertEquals(
                List.of(Given.row(
                        "tier",
                        "nano",
                        "n",
                        5L,
                        "q1",
                        .02,
                        "median",
                        .03,
                        "q3",
                        .05,
                        "low",
                        interval.low(),
                        "high",
                        interval.high(),
                        "note",
                        null)),
                conclusion.rows());
        assertEquals(List.of(OUTSIDE), conclusion.caveats());
    }

    @Test
    void two_creators_are_the_least_for_an_interval() {
        Conclusion conclusion = byTier(0, 7)
                .conclude(
                        Given.evidence(List.of(Given.row("tier", "nano", "n", 2L)), Map.of("nano", Sample.of(.1, .2))));

        assertEquals(.1, conclusion.rows().get(0).number("low"));
        assertEquals(.2, conclusion.rows().get(0).number("high"));
    }

    @Test
    void each_group_has_the_interval_of_its_own_values() {
        Sample six = Sample.of(.11, .12, .13, .15, .18, .3);
        List<Row> rows = byTier(5, 7)
                .conclude(Given.evidence(
                        List.of(Given.row("tier", "nano", "n", 5L), Given.row("tier", "micro", "n", 6L)),
                        Map.of("nano", FIVE, "micro", six)))
                .rows();

        assertTrue(rows.get(0).number("high") <= .08);
        assertTrue(rows.get(1).number("low") >= .11);
    }

    @Test
    void the_seed_decides_about_the_bootstrap() {
        Sample even = Sample.of(.01, .02, .03, .05, .08, .13, .21, .34);
        Evidence evidence = Given.evidence(List.of(Given.row("tier", "nano", "n", 8L)), Map.of("nano", even));
        Interval interval = even.medianInterval(.95, 2_000, 8);

        Row row = byTier(5, 8).conclude(evidence).rows().get(0);

        assertEquals(interval.low(), row.number("low"));
        assertEquals(interval.high(), row.number("high"));
    }

    @ParameterizedTest
    @CsvSource({"5, 4, 5", "0, 1, 2", "100, 99, 100"})
    void a_smaller_group_says_so_and_has_no_interval(long minimum, long n, long needed) {
        Conclusion conclusion = byTier(minimum, 7)
                .conclude(Given.evidence(
                        List.of(Given.row("tier", "nano", "n", n), Given.row("tier", "micro", "n", 1L)),
                        Map.of("nano", FIVE, "micro", FIVE)));

        assertEquals(
                Given.row(
                        "tier",
                        "nano",
                        "n",
                        n,
                        "q1",
                        .02,
                        "median",
                        .03,
                        "q3",
                        .05,
                        "low",
                        null,
                        "high",
                        null,
                        "note",
                        "n below " + needed + ": too few for an interval"),
                conclusion.rows().get(0));
        assertEquals(
                List.of(
                        "2 of 2 groups have fewer than " + needed
                                + " creators: their figures are shown without an interval and should not be ranked",
                        OUTSIDE),
                conclusion.caveats());
    }

    @Test
    void of_rates_above_one_the_reader_is_told_but_not_of_growth_above_it() {
        Evidence evidence =
                Given.evidence(List.of(Given.row("tier", "nano", "n", 3L)), Map.of("nano", Sample.of(.5, 1, 1.5)));

        assertEquals(
                List.of(
                        OUTSIDE,
                        "rates above 100 %: 1, as their sources tell them; there are more interactions than what they are"
                                + " divided by"),
                byTier(2, 7).conclude(evidence).caveats());
        assertTrue(
                asked(GroupComparison.growthBy(Grouping.TIER, "tiers"), Map.of("minimum", "2"))
                        .conclude(evidence)
                        .caveats()
                        .stream()
                        .noneMatch(caveat -> caveat.contains("100 %")));
    }

    @Test
    void regions_are_those_of_accounts_and_the_reader_is_told() {
        Question question = asked(GroupComparison.engagementBy(Grouping.REGION, "regions"), Map.of("minimum", "2"));
        Conclusion conclusion =
                question.conclude(Given.evidence(List.of(Given.row("region", "US", "n", 5L)), Map.of("US", FIVE)));

        assertEquals(
                List.of(OUTSIDE, "region is the country of the account, not of its audience"), conclusion.caveats());
        assertEquals(
                FIVE.medianInterval(.95, 2_000, 7).low(),
                conclusion.rows().get(0).number("low"));
    }

    @Test
    void groups_other_than_tiers_go_by_their_median_small_ones_last() {
        Question question = asked(GroupComparison.engagementBy(Grouping.REGION, "regions"), Map.of());
        List<Row> rows = question.conclude(Given.evidence(
                        List.of(
                                Given.row("region", "BR", "n", 1L),
                                Given.row("region", "FR", "n", 5L),
                                Given.row("region", "JP", "n", 5L),
                                Given.row("region", "US", "n", 5L)),
                        Map.of("BR", Sample.of(.9), "FR", FIVE, "JP", Sample.of(.1, .2, .3, .4, .5), "US", FIVE)))
                .rows();

        assertEquals(
                List.of("JP", "FR", "US", "BR"),
                rows.stream().map(row -> row.text("region")).toList());
    }

    @Test
    void it_asks_with_its_parameters() {
        Entry entry = GroupComparison.engagementBy(Grouping.TIER, "tiers");
        Measure measure = new Measure.Engagement(RateDefinition.BY_VIEWS);
        assertEquals(
                new GroupComparison(entry.topic(), measure, Grouping.TIER, Tiers.STANDARD, Optional.empty(), 5, 7),
                asked(entry, Map.of()));
        assertEquals(
                new GroupComparison(entry.topic(), measure, Grouping.TIER, Tiers.STANDARD, Optional.empty(), 9, 3),
                asked(entry, Map.of("minimum", "9", "seed", "3")));
    }

    @Test
    void videos_are_asked_about_by_an_observation_and_tiers_of_the_askers_own() {
        Entry entry = GroupComparison.videoEngagementBy(Grouping.TIER, "tiers");
        GroupComparison question =
                (GroupComparison) asked(entry, Map.of("observation", "latest", "tiers", "small:0, large:10000"));
        assertEquals(new Measure.VideoEngagement(Observation.LATEST), question.measure());
        assertEquals(Tiers.parse("small:0, large:10000"), question.tiers());
        assertEquals(Tiers.STANDARD, ((GroupComparison) asked(entry, Map.of())).tiers());
        assertEquals(Population.VIDEOS, question.measure().population());
        assertTrue(question.pooled());
        assertThrows(IllegalArgumentException.class, () -> asked(entry, Map.of("observation", "middle")));
        assertThrows(IllegalArgumentException.class, () -> asked(entry, Map.of("tiers", "nonsense")));
    }

    @Test
    void other_groups_than_tiers_can_be_compared_within_one_tier() {
        Entry entry = GroupComparison.growthBy(Grouping.VERIFIED, "verified creators and others");

        assertEquals(
                Optional.of(Tiers.STANDARD.named("micro")),
                ((GroupComparison) asked(entry, Map.of("tier", " Micro"))).within());
        assertEquals(Optional.empty(), ((GroupComparison) asked(entry, Map.of())).within());
        assertThrows(IllegalArgumentException.class, () -> asked(entry, Map.of("tier", "giant")));
        assertThrows(
                IllegalArgumentException.class,
                () -> asked(GroupComparison.growthBy(Grouping.TIER, "tiers"), Map.of("tier", "micro")));
    }

    @Test
    void order_statistics_are_computed_outside_the_statement() {
        assertEquals(
                List.of("q1", "median", "q3", "low", "high", "note"),
                GroupComparison.engagementBy(Grouping.TIER, "tiers").topic().computed());
    }

    private static GroupComparison byTier(long minimum, long seed) {
        return new GroupComparison(
                GroupComparison.engagementBy(Grouping.TIER, "tiers").topic(),
                new Measure.Engagement(RateDefinition.PROVIDER),
                Grouping.TIER,
                Tiers.STANDARD,
                Optional.empty(),
                minimum,
                seed);
    }

    private static Question asked(Entry entry, Map<String, String> given) {
        Arguments arguments = Arguments.read(entry.topic().parameters(), given, Set.of(RateDefinition.BY_VIEWS));
        return entry.asked().apply(arguments, Tiers.STANDARD);
    }
}
