package io.virality.application.port;

import static io.virality.application.port.Observations.NEXT_DAY;
import static io.virality.application.port.Observations.NOON;
import static io.virality.application.port.Observations.anyFact;
import static io.virality.application.port.Observations.by;
import static io.virality.application.port.Observations.counts;
import static io.virality.application.port.Observations.identity;
import static io.virality.application.port.Observations.many;
import static io.virality.application.port.Observations.manyDays;
import static io.virality.application.port.Observations.manyPayments;
import static io.virality.application.port.Observations.manySales;
import static io.virality.application.port.Observations.manyVideos;
import static io.virality.application.port.Observations.profile;
import static io.virality.application.port.Observations.salesOfVideos;
import static io.virality.application.port.Observations.simulated;
import static io.virality.application.port.Observations.streaks;
import static io.virality.application.port.Observations.video;
import static io.virality.application.port.Observations.withFollowers;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.virality.domain.creator.Freshness;
import io.virality.domain.creator.Handle;
import io.virality.domain.creator.Origin;
import io.virality.domain.creator.Provenance;
import io.virality.domain.creator.Tier;
import io.virality.domain.creator.Tiers;
import io.virality.domain.engagement.RateDefinition;
import io.virality.domain.ingest.CreatorObservation;
import io.virality.domain.ingest.FactObservation;
import io.virality.domain.ingest.Rejection;
import io.virality.domain.ingest.VideoObservation;
import io.virality.domain.insight.Arguments;
import io.virality.domain.insight.Catalogue;
import io.virality.domain.insight.CreatorBehaviour;
import io.virality.domain.insight.CreatorSponsorships;
import io.virality.domain.insight.CreatorVideos;
import io.virality.domain.insight.Dimension;
import io.virality.domain.insight.Evidence;
import io.virality.domain.insight.GroupComparison;
import io.virality.domain.insight.MarketplaceUnits;
import io.virality.domain.insight.Question;
import io.virality.domain.insight.Row;
import io.virality.domain.insight.Topic;
import io.virality.domain.insight.VideoHistory;
import io.virality.domain.insight.Work;
import io.virality.domain.stats.Figures;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@link InsightQueries} promises. */
public abstract class InsightQueriesContract extends StoredPortContract {

    private static final Catalogue CATALOGUE = new Catalogue(Tiers.STANDARD);

    @Test
    void the_definitions_at_hand_are_those_under_which_somebody_has_a_rate() {
        assertEquals(Set.of(), ports.insightQueries().available());
        record(many(20, 1));
        assertEquals(
                Set.of(RateDefinition.PROVIDER, RateDefinition.BY_FOLLOWERS),
                ports.insightQueries().available());
    }

    static Stream<Topic> topics() {
        return CATALOGUE.topics().stream();
    }

    /** Each size is stored once, since storing takes far longer than asking. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10, 500})
    void every_question_is_answered_as_plain_loops_do(int creators) {
        StoredPorts memory = StoredPorts.inMemory();
        for (StoredPorts store : List.of(ports, memory)) {
            List<CreatorObservation> observations = new ArrayList<>(many(creators, 100 + creators));
            observations.addAll(manyDays(creators, 300 + creators));
            store.creators().record(observations);
            store.creators().refresh();
            recordVideos(store, manyVideos(creators, 200 + creators));
            store.facts().record(manySales(creators, 300 + creators));
            reject(store);
        }
        for (Topic topic : CATALOGUE.topics()) {
            for (RateDefinition definition : definitions(topic)) {
                Question question = ask(topic, given(topic, definition));
                assertSame(
                        topic.id() + " under " + definition.id() + " of " + creators,
                        memory.insightQueries().gather(question),
                        ports.insightQueries().gather(question));
            }
        }
    }

    @Test
    void groups_are_compared_within_a_tier_as_plain_loops_do() {
        List<CreatorObservation> observations = new ArrayList<>(many(300, 1));
        observations.addAll(manyDays(300, 2));
        record(observations);
        StoredPorts memory = StoredPorts.inMemory();
        memory.creators().record(observations);
        memory.creators().refresh();
        Question inTiers = GroupComparison.growthOfVerifiedInTiers(Tiers.STANDARD);
        assertSame(
                "verified creators of all tiers",
                memory.insightQueries().gather(inTiers),
                ports.insightQueries().gather(inTiers));
        for (String id : List.of("growth-by-verified", "growth-by-region", "engagement-by-language")) {
            Topic topic = CATALOGUE.topic(id).orElseThrow();
            long n = 0;
            for (Tier tier : Tiers.STANDARD.all()) {
                Question question = ask(topic, Map.of("tier", tier.name()));
                Evidence evidence = ports.insightQueries().gather(question);
                assertSame(id + " of " + tier.name(), memory.insightQueries().gather(question), evidence);
                n += evidence.n();
            }
            assertEquals(ports.insightQueries().gather(ask(topic, Map.of())).n(), n, id);
        }
    }

    @ParameterizedTest
    @MethodSource("topics")
    void an_empty_store_gives_no_rows(Topic topic) {
        Evidence evidence = ports.insightQueries().gather(ask(topic, Map.of()));
        assertEquals(List.of(), evidence.rows());
        assertEquals(0, evidence.n());
        assertEquals(Optional.empty(), evidence.asOf());
    }

    @Test
    void a_video_counts_once_by_the_observation_that_is_asked_for() {
        VideoObservation young = withFollowers(video("alice", "1", NOON, 100, 7, simulated(NOON)), 5_000);
        VideoObservation old = withFollowers(video("alice", "1", NOON, 1_000, 27, simulated(NEXT_DAY)), 50_000);
        recordVideos(ports, List.of(young, old));
        Topic topic = CATALOGUE.topic("video-engagement-by-tier").orElseThrow();
        Evidence first = ports.insightQueries().gather(ask(topic, Map.of()));
        assertEquals("nano", first.rows().get(0).text("tier"));
        assertEquals(.1, first.samples().get("nano").median(), 1e-15);
        Row latest = ports.insightQueries()
                .gather(ask(topic, Map.of("observation", "latest", "tiers", "small:0, large:50000")))
                .rows()
                .get(0);
        assertEquals("large", latest.text("tier"));
        assertEquals(.03, latest.number("pooled"), 1e-15);
    }

    @Test
    void the_history_of_videos_is_told_as_plain_loops_do() {
        for (int creators : new int[] {1, 3, 200}) {
            ports = open();
            StoredPorts memory = StoredPorts.inMemory();
            for (StoredPorts each : List.of(ports, memory)) {
                each.creators().record(many(creators, 1));
                recordVideos(each, manyVideos(creators, 2));
                each.facts().record(salesOfVideos(creators, 3));
            }
            assertSame(
                    "videos of " + creators,
                    memory.insightQueries().gather(new VideoHistory()),
                    ports.insightQueries().gather(new VideoHistory()));
            VideoHistory one = new VideoHistory(
                    manyVideos(creators, 2).get(0).creator().orElseThrow().handle());
            assertSame(
                    "videos of one of " + creators,
                    memory.insightQueries().gather(one),
                    ports.insightQueries().gather(one));
        }
        assertEquals(
                Set.of(0L, 1L),
                ports.insightQueries().gather(new VideoHistory()).rows().stream()
                        .map(row -> row.count("sponsored"))
                        .collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @EnumSource
    void the_videos_of_a_creator_are_told_as_plain_loops_do(CreatorVideos.Order order) {
        StoredPorts memory = StoredPorts.inMemory();
        for (StoredPorts each : List.of(ports, memory)) {
            recordVideos(each, manyVideos(3, 2));
            recordVideos(each, streaks(3, 20, 3));
        }
        Handle creator = identity("creator_1").handle().orElseThrow();
        List<Row> all = new ArrayList<>();
        for (long skipped : new long[] {0, 5, 10_000}) {
            CreatorVideos question = new CreatorVideos(creator, order, skipped, 15);
            Evidence told = ports.insightQueries().gather(question);
            assertSame(order + " after " + skipped, memory.insightQueries().gather(question), told);
            all.addAll(told.rows());
        }
        assertTrue(all.stream().anyMatch(row -> row.values().get("ratio") != null), "some have a ratio");
        assertEquals(all.subList(5, 15), all.subList(15, 25), "pages overlap where they are asked to");
    }

    @ParameterizedTest
    @EnumSource
    void the_sponsorships_of_a_creator_are_told_as_plain_loops_do(CreatorSponsorships.Order order) {
        StoredPorts memory = StoredPorts.inMemory();
        for (StoredPorts each : List.of(ports, memory)) {
            each.creators().record(many(2, 1));
            SplittableRandom random = new SplittableRandom(5);
            for (int i = 0; i < 600; i++) {
                each.facts()
                        .record(List.of(new FactObservation(
                                anyFact(random, identity("creator_" + random.nextInt(2)), "a", "b"),
                                by("shop", NOON))));
            }
            each.creators().refresh();
        }
        Handle creator = identity("creator_1").handle().orElseThrow();
        for (long skipped : new long[] {0, 3, 10_000}) {
            CreatorSponsorships question = new CreatorSponsorships(creator, order, skipped, 10);
            Evidence told = ports.insightQueries().gather(question);
            assertSame(order + " after " + skipped, memory.insightQueries().gather(question), told);
            assertTrue(told.n() > 10, "more than a page");
        }
    }

    @Test
    void nobody_did_nothing() {
        Handle nobody = identity("nobody").handle().orElseThrow();
        for (Work work : List.of(
                new CreatorVideos(nobody, CreatorVideos.Order.NEWEST, 0, 10),
                new CreatorSponsorships(nobody, CreatorSponsorships.Order.NEWEST, 0, 10))) {
            assertSame(
                    work.topic().id(),
                    StoredPorts.inMemory().insightQueries().gather(work),
                    ports.insightQueries().gather(work));
        }
    }

    @Test
    void the_behaviour_of_creators_is_told_as_plain_loops_do() {
        for (int creators : new int[] {1, 3, 200}) {
            ports = open();
            StoredPorts memory = StoredPorts.inMemory();
            for (StoredPorts each : List.of(ports, memory)) {
                each.creators().record(many(creators, 1));
                each.creators().record(manyDays(creators, 4));
                recordVideos(each, manyVideos(creators, 2));
                each.facts().record(manySales(creators, 3));
            }
            for (RateDefinition definition : RateDefinition.values()) {
                assertSame(
                        "behaviour of " + creators,
                        memory.insightQueries().gather(new CreatorBehaviour(definition)),
                        ports.insightQueries().gather(new CreatorBehaviour(definition)));
            }
        }
        List<Row> rows = ports.insightQueries()
                .gather(new CreatorBehaviour(RateDefinition.PROVIDER))
                .rows();
        for (String column : rows.get(0).values().keySet()) {
            assertTrue(
                    rows.stream().anyMatch(row -> row.values().get(column) != null), column + " is told of somebody");
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_a_market_cost_and_brought_is_told_as_plain_loops_do(Dimension by) {
        for (int creators : new int[] {1, 3, 200}) {
            ports = open();
            StoredPorts memory = StoredPorts.inMemory();
            for (StoredPorts each : List.of(ports, memory)) {
                each.creators().record(many(creators, 1));
                recordVideos(each, manyVideos(creators, 2));
                each.facts().record(manySales(creators, 3));
                each.facts().record(manyPayments(creators, 4));
            }
            for (Optional<Instant> from : List.of(Optional.<Instant>empty(), Optional.of(NOON.minusSeconds(40_000)))) {
                MarketplaceUnits question =
                        new MarketplaceUnits(by, from, from.map(at -> at.plusSeconds(30_000)), Tiers.STANDARD);
                assertSame(
                        by + " of " + creators,
                        memory.insightQueries().gather(question),
                        ports.insightQueries().gather(question));
            }
        }
        Evidence all = ports.insightQueries()
                .gather(new MarketplaceUnits(by, Optional.empty(), Optional.empty(), Tiers.STANDARD));
        for (String column : List.of("spend", "clicks", by.ofSales() ? "fees" : "spend")) {
            assertTrue(all.rows().stream().anyMatch(row -> row.values().get(column) != null), column);
        }
    }

    @Test
    void equal_values_have_no_correlation() {
        record(List.of(
                profile("alice", "US", 100, .1, simulated(NOON)),
                profile("bob", "US", 200, .1, simulated(NOON)),
                profile("carol", "US", 300, .1, simulated(NOON)),
                profile("dave", "US", 400, .1, simulated(NOON))));
        Question question = ask(CATALOGUE.topic("engagement-vs-followers").orElseThrow(), Map.of("minimum", "0"));
        Evidence evidence = ports.insightQueries().gather(question);
        assertEquals(
                "all values are equal: no correlation",
                question.conclude(evidence).rows().get(0).text("note"));
        assertEquals(Origin.SIMULATED, evidence.origin());
    }

    @Test
    void creators_must_have_more_followers_than_the_threshold() {
        record(List.of(
                profile("at_the_edge", "US", 100_000, .9, simulated(NOON)),
                profile("above", "US", 100_001, .1, simulated(NOON))));
        Evidence evidence = ports.insightQueries()
                .gather(ask(CATALOGUE.topic("viral-creators").orElseThrow(), Map.of()));
        assertEquals(
                List.of("above"),
                evidence.rows().stream().map(row -> row.text("handle")).toList());
        assertEquals(1, evidence.n());
    }

    private static Provenance on(String source, int day) {
        return by(source, NOON.plus(Duration.ofDays(day)));
    }

    private Evidence fastestGrowing() {
        return ports.insightQueries()
                .gather(ask(CATALOGUE.topic("fastest-growing").orElseThrow(), Map.of("minFollowers", "0")));
    }

    private Row onlyBehaviour() {
        return ports.insightQueries()
                .gather(new CreatorBehaviour(RateDefinition.PROVIDER))
                .rows()
                .get(0);
    }

    @Test
    void growth_is_that_of_the_one_source_with_a_history_though_another_counted_last() {
        List<CreatorObservation> observations = new ArrayList<>();
        for (int day = 0; day <= 30; day++) {
            observations.add(counts("ada", 1_000 + 10 * day, on("history", day)));
        }
        observations.add(counts("ada", 5_000, on("api", 31)));
        record(observations);
        Evidence growing = fastestGrowing();
        Row ada = growing.rows().get(0);
        assertEquals(1_000, ada.count("first_followers"));
        assertEquals(1_300, ada.count("followers"));
        assertEquals(30, ada.number("days"), 1e-12);
        assertEquals(.3, ada.number("growth"), 1e-12);
        assertEquals(Optional.of(NOON.plus(Duration.ofDays(30))), growing.asOf());
        assertEquals(.3, onlyBehaviour().number("growth"), 1e-12);
        assertEquals(5_000, onlyBehaviour().count("followers"), "what it has now is the newest count of all");
        for (String id : List.of("follower-trend", "growth-spikes")) {
            assertEquals(
                    Set.of(1_300L),
                    ports.insightQueries().gather(ask(CATALOGUE.topic(id).orElseThrow(), Map.of())).rows().stream()
                            .map(row -> row.count("followers"))
                            .filter(followers -> followers > 1_290)
                            .collect(Collectors.toSet()),
                    id);
        }
    }

    @Test
    void growth_is_withheld_where_no_source_counted_long_enough() {
        record(List.of(
                counts("ada", 17_000_000, on("videos", 7)),
                counts("ada", 17_200_000, on("videos", 11)),
                counts("ada", 9_600_000, on("list", 0))));
        Evidence growing = fastestGrowing();
        assertEquals(List.of(), growing.rows());
        assertEquals(1, growing.withoutValue());
        assertNull(onlyBehaviour().values().get("growth"));
        Evidence byTier = ports.insightQueries()
                .gather(ask(CATALOGUE.topic("growth-by-tier").orElseThrow(), Map.of()));
        assertEquals(0, byTier.n());
        assertEquals(1, byTier.withoutValue());
    }

    @Test
    void of_sources_that_counted_equally_long_the_newest_tells_the_growth_then_the_preferred_one() {
        record(List.of(
                counts("ada", 500, by("first", NOON.minusSeconds(1))),
                counts("bob", 100, on("first", 0)),
                counts("bob", 200, on("first", 30)),
                counts("bob", 100, on("second", 0)),
                counts("bob", 300, on("second", 30)),
                counts("cleo", 100, on("second", 1)),
                counts("cleo", 400, on("second", 31)),
                counts("cleo", 100, on("first", 0)),
                counts("cleo", 200, on("first", 30))));
        record(List.of(
                counts("dora", 100, on("first", 0)),
                counts("dora", 200, on("first", 30)),
                counts("dora", 100, live("third", 0)),
                counts("dora", 600, live("third", 30))));
        assertEquals(
                List.of("dora 600", "cleo 400", "bob 200"),
                fastestGrowing().rows().stream()
                        .map(row -> row.text("handle") + " " + row.count("followers"))
                        .toList());
    }

    private static Provenance live(String source, int day) {
        return new Provenance(source, "test@1", Origin.REAL, Freshness.LIVE, NOON.plus(Duration.ofDays(day)), false);
    }

    @Test
    void growth_is_of_the_origin_of_the_counts_that_it_compares() {
        record(List.of(
                counts("ada", 1_000, simulated(NOON)),
                counts("ada", 2_000, simulated(NOON.plus(Duration.ofDays(30)))),
                counts("ada", 3_000, on("survey", 31))));
        assertEquals(Origin.SIMULATED, fastestGrowing().origin());
        assertEquals(
                Origin.SIMULATED,
                ports.insightQueries()
                        .gather(ask(CATALOGUE.topic("growth-by-tier").orElseThrow(), Map.of()))
                        .origin());
    }

    private static void assertSame(String which, Evidence expected, Evidence actual) {
        assertEquals(expected.n(), actual.n(), which);
        assertEquals(expected.withoutValue(), actual.withoutValue(), which);
        assertEquals(expected.asOf(), actual.asOf(), which);
        assertEquals(expected.origin(), actual.origin(), which);
        assertEquals(expected.rows().size(), actual.rows().size(), which);
        for (int i = 0; i < expected.rows().size(); i++) {
            Row wanted = expected.rows().get(i);
            Row found = actual.rows().get(i);
            assertEquals(
                    new ArrayList<>(wanted.values().keySet()),
                    new ArrayList<>(found.values().keySet()),
                    which);
            wanted.values().forEach((column, value) -> {
                if (value instanceof Double number) {
                    assertEquals(number, found.number(column), 1e-12 * (1 + Math.abs(number)), which + " " + column);
                } else {
                    assertEquals(value, found.values().get(column), which + " " + column);
                }
            });
        }
        assertEquals(expected.samples().keySet(), actual.samples().keySet(), which);
        expected.samples()
                .forEach((group, sample) -> assertEquals(
                        sample.median(), actual.samples().get(group).median(), 1e-15, which));
        assertEquals(units(expected.figures()), units(actual.figures()), which);
    }

    /** The figures of each unit, in an order of their own. */
    private static List<List<Double>> units(Figures figures) {
        List<List<Double>> units = new ArrayList<>();
        for (int i = 0; i < figures.size(); i++) {
            List<Double> unit = new ArrayList<>();
            for (String name : figures.names()) {
                // Sums of money may differ in their last digit.
                unit.add((double) (float) figures.column(name)[i]);
            }
            units.add(unit);
        }
        units.sort(Comparator.comparing(List::toString));
        return units;
    }

    private static List<RateDefinition> definitions(Topic topic) {
        return hasDefinition(topic)
                ? List.of(RateDefinition.PROVIDER, RateDefinition.BY_FOLLOWERS)
                : List.of(RateDefinition.PROVIDER);
    }

    private static Map<String, String> given(Topic topic, RateDefinition definition) {
        return hasDefinition(topic) ? Map.of("definition", definition.id()) : Map.of();
    }

    private static boolean hasDefinition(Topic topic) {
        return topic.parameters().stream()
                .anyMatch(parameter -> parameter.name().equals("definition"));
    }

    private static void reject(StoredPorts ports) {
        long run = ports.importLog().begin("csv", "test@1", Optional.empty(), NOON);
        ports.quarantine()
                .add(
                        run,
                        List.of(
                                new Rejection("1", "no handle", "", "a"),
                                new Rejection("2", "followers is negative", "-1", "b"),
                                new Rejection("3", "followers is negative", "-2", "c")));
    }

    private static void recordVideos(StoredPorts ports, List<VideoObservation> videos) {
        ports.videos().record(videos);
        ports.creators().refresh();
    }

    private static Question ask(Topic topic, Map<String, String> given) {
        return CATALOGUE.ask(topic, Arguments.read(topic.parameters(), given, Set.of()));
    }

    private void record(List<CreatorObservation> observations) {
        ports.creators().record(observations);
        ports.creators().refresh();
    }
}
