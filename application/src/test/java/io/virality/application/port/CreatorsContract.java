package io.virality.application.port;

import static io.virality.application.port.Observations.NEXT_DAY;
import static io.virality.application.port.Observations.NOON;
import static io.virality.application.port.Observations.assumed;
import static io.virality.application.port.Observations.by;
import static io.virality.application.port.Observations.counts;
import static io.virality.application.port.Observations.identity;
import static io.virality.application.port.Observations.many;
import static io.virality.application.port.Observations.profile;
import static io.virality.application.port.Observations.simulated;
import static io.virality.application.port.Observations.video;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.virality.application.Failure;
import io.virality.domain.creator.Counts;
import io.virality.domain.creator.Creator;
import io.virality.domain.creator.CreatorFilter;
import io.virality.domain.creator.Freshness;
import io.virality.domain.creator.Handle;
import io.virality.domain.creator.Identity;
import io.virality.domain.creator.Origin;
import io.virality.domain.creator.Page;
import io.virality.domain.creator.Profile;
import io.virality.domain.creator.Provenance;
import io.virality.domain.creator.Snapshot;
import io.virality.domain.engagement.EngagementRate;
import io.virality.domain.engagement.ProviderRates;
import io.virality.domain.engagement.RateDefinition;
import io.virality.domain.ingest.CreatorObservation;
import io.virality.domain.ingest.Tally;
import io.virality.domain.ingest.VideoObservation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What {@link Creators} promises. */
public abstract class CreatorsContract extends StoredPortContract {

    private static final CreatorFilter ALL = filter(CreatorFilter.Order.FOLLOWERS_DESCENDING, Optional.empty(), 100);

    @Test
    void a_new_observation_is_stored_and_its_repetition_changes_nothing() {
        List<CreatorObservation> observations = List.of(
                profile("alice", "US", 1_000, .1, by("survey", NOON)), counts("bob", 2_000, by("survey", NOON)));
        assertEquals(new Tally(2, 0, 0), record(observations));
        assertEquals(new Tally(0, 0, 2), record(observations));
        assertEquals(2, find(ALL).total());
    }

    @Test
    void other_content_at_the_same_time_updates() {
        record(List.of(counts("alice", 1_000, by("survey", NOON))));
        assertEquals(new Tally(0, 1, 0), record(List.of(counts("alice", 1_001, by("survey", NOON)))));
        assertEquals(OptionalLong.of(1_001), creator("alice").counts().followers());
        assertEquals(1, ports.snapshots().of(Handle.tiktok("alice")).size());
    }

    @Test
    void the_same_content_at_another_time_is_another_observation() {
        record(List.of(counts("alice", 1_000, by("survey", NOON))));
        assertEquals(new Tally(1, 0, 0), record(List.of(counts("alice", 1_000, by("survey", NEXT_DAY)))));
        assertEquals(2, ports.snapshots().of(Handle.tiktok("alice")).size());
    }

    @Test
    void the_same_content_at_another_assumed_time_is_unchanged() {
        record(List.of(profile("alice", "US", 1_000, .1, assumed("file", NOON))));
        assertEquals(new Tally(0, 0, 1), record(List.of(profile("alice", "US", 1_000, .1, assumed("file", NEXT_DAY)))));
        assertEquals(new Tally(0, 1, 0), record(List.of(profile("alice", "US", 1_200, .1, assumed("file", NEXT_DAY)))));
        assertEquals(OptionalLong.of(1_200), creator("alice").counts().followers());
    }

    @Test
    void a_changed_profile_updates_although_the_counts_are_the_same() {
        record(List.of(profile("alice", "US", 1_000, .1, by("survey", NOON))));
        assertEquals(new Tally(0, 1, 0), record(List.of(profile("alice", "CA", 1_000, .1, by("survey", NOON)))));
        assertEquals(Optional.of("CA"), creator("alice").profile().region());
    }

    @Test
    void a_silent_source_does_not_erase_what_is_known() {
        record(List.of(profile("alice", "US", 1_000, .1, by("survey", NOON))));
        record(List.of(new CreatorObservation(
                identity("alice"),
                new Profile(
                        Optional.of("Alice!"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("dance"),
                        Optional.empty()),
                new Snapshot(Counts.UNKNOWN, ProviderRates.NONE, by("survey", NEXT_DAY)))));
        Profile known = creator("alice").profile();
        assertEquals(Optional.of("Alice!"), known.nickname());
        assertEquals(Optional.of("US"), known.region());
        assertEquals(Optional.of("dance"), known.category());
        assertEquals(OptionalLong.of(1_000), creator("alice").counts().followers());
    }

    @Test
    void counts_in_bulk_mix_new_known_and_corrected_ones() {
        List<CreatorObservation> first = IntStream.range(0, 150)
                .mapToObj(i -> counts("bulk_" + i, i, by("survey", NOON)))
                .toList();
        assertEquals(new Tally(150, 0, 0), record(first));
        List<CreatorObservation> second = new ArrayList<>();
        for (int i = 100; i < 200; i++) {
            second.add(counts("bulk_" + i, i < 110 ? i + 1 : i, by("survey", NOON)));
        }
        assertEquals(new Tally(50, 10, 40), record(second));
        assertEquals(OptionalLong.of(101), creator("bulk_100").counts().followers());
        assertEquals(OptionalLong.of(110), creator("bulk_110").counts().followers());
    }

    @Test
    void a_profile_comes_after_the_counts_whoever_names_the_creator() {
        CreatorObservation told = profile("alice", "US", 1_000, .1, by("survey", NOON));
        Tally tally = record(List.of(
                counts("alice", 1_000, by("survey", NOON)),
                new CreatorObservation(Identity.of(Handle.tiktok("alice")), told.profile(), told.snapshot()),
                profile("alice", "CA", 1_000, .1, by("survey", NEXT_DAY)),
                profile("alice", "GB", 1_000, .1, by("survey", NEXT_DAY))));
        assertEquals(new Tally(2, 2, 0), tally);
        assertEquals(Optional.of("GB"), creator("alice").profile().region());
        assertEquals(OptionalLong.of(1_000), creator("alice").counts().followers());
    }

    @Test
    void a_renamed_creator_stays_the_same_creator() {
        record(List.of(counts("alice", 1_000, by("survey", NOON))));
        Identity renamed = Identity.of("id-of-alice", Handle.tiktok("alice_new"));
        record(List.of(new CreatorObservation(
                renamed,
                Profile.UNKNOWN,
                new Snapshot(Counts.of(1_100, 10, 20, 30), ProviderRates.NONE, by("survey", NEXT_DAY)))));
        assertEquals(1, find(ALL).total());
        assertTrue(ports.creators().find(Handle.tiktok("alice")).isEmpty());
        assertEquals(2, ports.snapshots().of(Handle.tiktok("alice_new")).size());
    }

    @Test
    void an_older_file_does_not_bring_back_an_old_name() {
        record(List.of(counts("alice", 1_000, by("survey", NOON))));
        record(List.of(counts("alice", 1_100, by("survey", NEXT_DAY))));
        record(List.of(new CreatorObservation(
                Identity.of("id-of-alice", Handle.tiktok("alice_once")),
                Profile.UNKNOWN,
                new Snapshot(
                        Counts.of(1_050, 10, 20, 30), ProviderRates.NONE, by("archive", NOON.plusSeconds(3_600))))));
        assertTrue(ports.creators().find(Handle.tiktok("alice_once")).isEmpty());
        assertEquals(3, ports.snapshots().of(Handle.tiktok("alice")).size());
    }

    @Test
    void a_creator_known_by_handle_takes_over_the_id_that_comes_later() {
        CreatorObservation named = new CreatorObservation(
                Identity.of(Handle.tiktok("alice")),
                Profile.UNKNOWN,
                new Snapshot(Counts.of(900, 10, 20, 30), ProviderRates.NONE, by("list", NOON)));
        record(List.of(named));
        record(List.of(counts("alice", 1_000, by("survey", NEXT_DAY))));
        assertEquals(1, find(ALL).total());
        assertEquals(Optional.of("id-of-alice"), creator("alice").identity().platformId());
    }

    @Test
    void of_two_sources_the_newer_observation_counts_then_the_fresher_then_the_first() {
        Provenance fresh = new Provenance("live", "test@1", Origin.REAL, Freshness.LIVE, NOON, false);
        record(List.of(
                counts("alice", 1, by("first", NOON)),
                counts("alice", 2, by("second", NOON)),
                counts("bob", 1, by("first", NOON)),
                counts("bob", 2, fresh),
                counts("carol", 1, by("first", NEXT_DAY)),
                counts("carol", 2, fresh)));
        assertEquals(OptionalLong.of(1), creator("alice").counts().followers());
        assertEquals(OptionalLong.of(2), creator("bob").counts().followers());
        assertEquals(OptionalLong.of(1), creator("carol").counts().followers());
        assertEquals(2, ports.snapshots().of(Handle.tiktok("alice")).size());
    }

    @Test
    void rates_come_with_each_definition_that_the_data_allows() {
        record(List.of(profile("alice", "US", 1_000, .25, by("survey", NOON))));
        List<VideoObservation> videos = new ArrayList<>();
        for (int i = 0; i < RateDefinition.NEWEST_VIDEOS + 5; i++) {
            // The five oldest would change the rate if they counted.
            videos.add(
                    video("alice", "v" + i, NOON.minus(Duration.ofHours(i)), 100, i < 30 ? 7 : 90, by("survey", NOON)));
        }
        ports.videos().record(videos);
        ports.creators().refresh();
        Creator alice = creator("alice");
        assertEquals(.25, rate(alice, RateDefinition.PROVIDER).value(), 1e-15);
        assertEquals(.1875, rate(alice, RateDefinition.PROVIDER).likes().orElseThrow(), 1e-15);
        assertEquals(.10, rate(alice, RateDefinition.BY_VIEWS).value(), 1e-15);
        assertEquals(.07, rate(alice, RateDefinition.BY_VIEWS).likes().orElseThrow(), 1e-15);
        assertEquals(.5, rate(alice, RateDefinition.BY_FOLLOWERS).value(), 1e-15);
    }

    @Test
    void a_creator_without_followers_videos_or_rates_has_no_rate() {
        record(List.of(new CreatorObservation(
                identity("alice"),
                Profile.UNKNOWN,
                new Snapshot(Counts.of(0, 0, 0, 0), ProviderRates.NONE, by("survey", NOON)))));
        assertEquals(List.of(), creator("alice").rates());
    }

    @Test
    void simulated_creators_say_so() {
        record(List.of(counts("alice", 5, simulated(NOON)), counts("bob", 5, by("survey", NOON))));
        assertEquals(Origin.SIMULATED, creator("alice").provenance().origin());
        assertEquals(Origin.REAL, creator("bob").provenance().origin());
    }

    @Test
    void a_search_finds_words_in_handle_nickname_and_biography_whatever_their_case() {
        record(List.of(
                profile("vegan_kitchen", "US", 10, .1, by("survey", NOON)),
                profile("bob", "US", 20, .1, by("survey", NOON))));
        assertEquals(List.of("vegan_kitchen"), handles(search("VEGAN")));
        assertEquals(List.of("vegan_kitchen"), handles(search("@vegan_kitchen says")));
        assertEquals(List.of("bob", "vegan_kitchen"), handles(search("nick")));
        assertEquals(List.of(), handles(search("vegan bob")));
        assertEquals(List.of(), handles(search("%")));
        assertEquals(List.of("vegan_kitchen"), handles(search("_")));
    }

    @Test
    void filters_restrict_together() {
        record(many(200, 1));
        CreatorFilter filter = new CreatorFilter(
                Optional.empty(),
                OptionalLong.of(1_000),
                OptionalLong.of(100_000),
                Optional.of("US"),
                Optional.of(false),
                CreatorFilter.Order.FOLLOWERS,
                Optional.empty(),
                100);
        Page<Creator> page = find(filter);
        assertTrue(page.total() > 3, "the filter should leave some: " + page.total());
        for (Creator creator : page.items()) {
            long followers = creator.counts().followers().orElseThrow();
            assertTrue(followers >= 1_000 && followers <= 100_000);
            assertEquals(Optional.of("US"), creator.profile().region());
        }
    }

    @ParameterizedTest
    @EnumSource
    void pages_give_every_creator_once_in_order(CreatorFilter.Order order) {
        record(many(97, 2));
        List<String> whole = handles(find(filter(order, Optional.empty(), 100)));
        List<String> paged = new ArrayList<>();
        Optional<String> next = Optional.empty();
        do {
            Page<Creator> page = find(filter(order, next, 10));
            assertEquals(97, page.total());
            paged.addAll(handles(page));
            next = page.next();
        } while (next.isPresent());
        assertEquals(97, whole.size());
        assertEquals(whole, paged);
    }

    @ParameterizedTest
    @EnumSource
    void lists_are_sorted_as_in_memory(CreatorFilter.Order order) {
        List<CreatorObservation> observations = many(60, 3);
        record(observations);
        StoredPorts memory = StoredPorts.inMemory();
        memory.creators().record(observations);
        memory.creators().refresh();
        CreatorFilter filter = filter(order, Optional.empty(), 100);
        assertEquals(handles(memory.creators().search(filter, RateDefinition.PROVIDER)), handles(find(filter)));
    }

    @Test
    void a_cursor_that_never_was_is_refused() {
        record(many(5, 4));
        Failure failure =
                assertThrows(Failure.class, () -> find(filter(CreatorFilter.Order.HANDLE, Optional.of("never!"), 2)));
        assertEquals(Failure.Kind.INVALID_INPUT, failure.kind());
    }

    private Tally record(List<CreatorObservation> observations) {
        Tally[] tally = new Tally[1];
        ports.transactions().run(() -> {
            tally[0] = ports.creators().record(observations);
            ports.creators().refresh();
        });
        return tally[0];
    }

    private Page<Creator> find(CreatorFilter filter) {
        return ports.creators().search(filter, RateDefinition.PROVIDER);
    }

    private Creator creator(String handle) {
        return ports.creators().find(Handle.tiktok(handle)).orElseThrow();
    }

    private Page<Creator> search(String words) {
        return find(new CreatorFilter(
                Optional.of(words),
                OptionalLong.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty(),
                CreatorFilter.Order.HANDLE,
                Optional.empty(),
                100));
    }

    private static CreatorFilter filter(CreatorFilter.Order order, Optional<String> after, int limit) {
        return new CreatorFilter(
                Optional.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty(),
                order,
                after,
                limit);
    }

    private static List<String> handles(Page<Creator> page) {
        return page.items().stream()
                .map(creator -> creator.identity().handle().orElseThrow().name())
                .toList();
    }

    private static EngagementRate rate(Creator creator, RateDefinition definition) {
        return creator.rate(definition).orElseThrow();
    }
}
