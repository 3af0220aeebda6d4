package io.virality.application.port;

import static io.virality.application.port.Observations.NEXT_DAY;
import static io.virality.application.port.Observations.NOON;
import static io.virality.application.port.Observations.by;
import static io.virality.application.port.Observations.counts;
import static io.virality.application.port.Observations.identity;
import static io.virality.application.port.Observations.profile;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.virality.domain.creator.Counts;
import io.virality.domain.creator.Disagreement;
import io.virality.domain.creator.Disagreement.Field;
import io.virality.domain.creator.Disagreement.Said;
import io.virality.domain.creator.Freshness;
import io.virality.domain.creator.Origin;
import io.virality.domain.creator.Page;
import io.virality.domain.creator.Profile;
import io.virality.domain.creator.Provenance;
import io.virality.domain.creator.Snapshot;
import io.virality.domain.engagement.ProviderRates;
import io.virality.domain.ingest.CreatorObservation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What {@link Disagreements} promises. */
public abstract class DisagreementsContract extends StoredPortContract {

    private static final Provenance SURVEY = by("survey", NOON);
    private static final Provenance CENSUS = by("census", NOON);

    @Test
    void sources_that_say_the_same_do_not_disagree() {
        record(counts("alice", 5, SURVEY), counts("alice", 5, CENSUS), counts("bob", 6, CENSUS));
        assertEquals(List.of(), all());
    }

    @Test
    void counts_at_one_moment_disagree_and_the_source_used_first_rules() {
        record(counts("alice", 5, SURVEY), counts("alice", 6, CENSUS));
        assertEquals(
                List.of(
                        new Disagreement(
                                identity("alice"), Field.FOLLOWERS, new Said("5", SURVEY), new Said("6", CENSUS)),
                        new Disagreement(
                                identity("alice"), Field.LIKES, new Said("100", SURVEY), new Said("120", CENSUS))),
                all());
        ports.creators().refresh();
        assertEquals(
                5,
                ports.creators()
                        .find(identity("alice").handle().orElseThrow())
                        .orElseThrow()
                        .counts()
                        .followers()
                        .orElseThrow(),
                "what rules is what is shown");
    }

    @Test
    void counts_at_different_moments_only_changed() {
        record(counts("alice", 5, SURVEY), counts("alice", 6, by("census", NEXT_DAY)));
        assertEquals(List.of(), all());
    }

    @Test
    void a_fresher_source_rules_at_one_moment() {
        Provenance live = new Provenance("api", "test@1", Origin.REAL, Freshness.LIVE, NOON, false);
        record(counts("alice", 5, SURVEY), counts("alice", 6, live));
        Disagreement followers = find(Optional.of(Field.FOLLOWERS)).get(0);
        assertEquals(new Said("6", live), followers.ruling());
        assertEquals(new Said("5", SURVEY), followers.other());
    }

    @Test
    void of_profiles_the_newest_rules_and_the_losing_value_stays_visible() {
        Provenance later = by("census", NEXT_DAY);
        record(profile("alice", "US", 5, .1, SURVEY), profile("alice", "GB", 6, .1, later));
        assertEquals(
                List.of(new Disagreement(
                        identity("alice"), Field.REGION, new Said("GB", later), new Said("US", SURVEY))),
                all());
        ports.creators().refresh();
        assertEquals(
                Optional.of("GB"),
                ports.creators()
                        .find(identity("alice").handle().orElseThrow())
                        .orElseThrow()
                        .profile()
                        .region(),
                "what rules is what is shown");
    }

    @Test
    void a_silent_source_does_not_disagree() {
        record(profile("alice", "US", 5, .1, SURVEY), profile("alice", null, 5, .1, by("census", NEXT_DAY)));
        assertEquals(List.of(), all());
    }

    @Test
    void each_source_that_says_something_else_is_named() {
        record(
                profile("alice", "US", 5, .1, SURVEY),
                profile("alice", "GB", 5, .1, CENSUS),
                profile("alice", "US", 5, .1, by("poll", NOON)),
                profile("alice", "FR", 5, .1, by("vote", NOON)));
        assertEquals(
                List.of("US against GB of census", "US against FR of vote"),
                all().stream()
                        .map(each -> each.ruling().value() + " against "
                                + each.other().value() + " of "
                                + each.other().provenance().source())
                        .toList());
    }

    @Test
    void they_come_in_pages_and_by_field() {
        for (int i = 0; i < 5; i++) {
            record(profile("creator_" + i, "US", 5, .1, SURVEY), profile("creator_" + i, "GB", 6, .1, CENSUS));
        }
        assertEquals(15, all().size(), "regions, followers and likes");
        Page<Disagreement> first = ports.disagreements().find(Optional.of(Field.REGION), 0, 2);
        assertEquals(5, first.total());
        assertEquals(Optional.of("2"), first.next());
        assertEquals(identity("creator_1"), first.items().get(1).creator());
        Page<Disagreement> last = ports.disagreements().find(Optional.of(Field.REGION), 4, 2);
        assertEquals(identity("creator_4"), last.items().get(0).creator());
        assertEquals(Optional.empty(), last.next());
        assertEquals(
                5, ports.disagreements().find(Optional.of(Field.REGION), 9, 2).total());
    }

    @Test
    void whatever_sources_say_the_same_disagreements_are_found_as_by_plain_loops() {
        for (long seed = 1; seed <= 10; seed++) {
            StoredPorts twin = StoredPorts.inMemory();
            StoredPorts tested = open();
            for (StoredPorts each : List.of(twin, tested)) {
                each.creators().record(contradictions(seed));
            }
            List<Disagreement> expected =
                    twin.disagreements().find(Optional.empty(), 0, 1_000).items();
            assertFalse(expected.isEmpty());
            assertEquals(
                    expected,
                    tested.disagreements().find(Optional.empty(), 0, 1_000).items(),
                    "seed " + seed);
        }
    }

    /** Few creators, few moments, many sources of every freshness, and much silence. */
    private static List<CreatorObservation> contradictions(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        String[] words = {"plain", "日本 \"quoted\"", "it's", "a\nb"};
        List<CreatorObservation> observations = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            observations.add(new CreatorObservation(
                    identity("creator_" + random.nextInt(6)),
                    new Profile(
                            maybe(random, words[random.nextInt(4)]),
                            maybe(random, words[random.nextInt(4)]),
                            maybe(random, words[random.nextInt(2)]),
                            maybe(random, words[random.nextInt(2)]),
                            maybe(random, words[random.nextInt(2)]),
                            maybe(random, words[random.nextInt(2)]),
                            maybe(random, random.nextBoolean())),
                    new Snapshot(
                            new Counts(count(random), count(random), OptionalLong.of(Counts.LARGEST), count(random)),
                            ProviderRates.NONE,
                            new Provenance(
                                    "source " + random.nextInt(4),
                                    "v@" + random.nextInt(2),
                                    random.nextInt(4) == 0 ? Origin.SIMULATED : Origin.REAL,
                                    Freshness.values()[random.nextInt(3)],
                                    NOON.plusSeconds(random.nextInt(4)),
                                    false))));
        }
        return observations;
    }

    private static <T> Optional<T> maybe(SplittableRandom random, T value) {
        return random.nextBoolean() ? Optional.of(value) : Optional.empty();
    }

    private static OptionalLong count(SplittableRandom random) {
        return random.nextBoolean() ? OptionalLong.of(random.nextInt(3)) : OptionalLong.empty();
    }

    private void record(CreatorObservation... observations) {
        ports.transactions().run(() -> ports.creators().record(List.of(observations)));
    }

    private List<Disagreement> all() {
        return find(Optional.empty());
    }

    private List<Disagreement> find(Optional<Field> field) {
        return ports.disagreements().find(field, 0, 1_000).items();
    }
}
