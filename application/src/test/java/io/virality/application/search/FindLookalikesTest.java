package io.virality.application.search;

import static io.virality.application.port.Observations.NOON;
import static io.virality.application.port.Observations.by;
import static io.virality.application.port.Observations.identity;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.virality.application.Failure;
import io.virality.application.port.InMemoryTextEmbedder;
import io.virality.application.port.StoredPorts;
import io.virality.domain.creator.Counts;
import io.virality.domain.creator.Handle;
import io.virality.domain.creator.Profile;
import io.virality.domain.creator.Snapshot;
import io.virality.domain.engagement.ProviderRates;
import io.virality.domain.ingest.CreatorObservation;
import io.virality.domain.search.Lookalikes;
import io.virality.domain.search.Lookalikes.Lookalike;
import io.virality.domain.search.Lookalikes.Trait;
import io.virality.domain.segment.Behaviour;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FindLookalikesTest {

    private final StoredPorts ports = StoredPorts.inMemory();
    private final InMemoryTextEmbedder embedder = new InMemoryTextEmbedder();
    private final FindLookalikes findLookalikes = new FindLookalikes(
            ports.creators(), ports.creatorIndex(), ports.creatorTexts(), ports.insightQueries(), embedder);

    private void say(String handle, String biography, long followers) {
        ports.creators()
                .record(List.of(new CreatorObservation(
                        identity(handle),
                        new Profile(
                                Optional.empty(),
                                Optional.of(biography),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of("en"),
                                Optional.empty(),
                                Optional.empty()),
                        new Snapshot(
                                Counts.of(followers, 1, followers * 10, 100), ProviderRates.NONE, by("files", NOON)))));
        ports.creators().refresh();
    }

    private void sayAll() {
        for (int i = 0; i < 30; i++) {
            say("other" + i, "speedruns number" + i + " every single night", 1_000L << i % 12);
        }
        say("baker", "sourdough bread and sweet rolls", 8_000);
        say("cook", "sourdough bread and hot soup", 4_000_000);
        say("twin", "sourdough bread and sweet buns", 8_100);
    }

    private void index() {
        new IndexCreators(ports.creatorIndex(), embedder, ports.transactions()).index(progress -> {});
    }

    @Test
    void who_says_and_does_the_same_comes_first() {
        sayAll();
        index();
        Lookalikes found = findLookalikes.find(Handle.tiktok("baker"), 50);
        Lookalike first = found.all().get(0);
        assertEquals("twin", first.creator().identity().handle().orElseThrow().name());
        assertEquals(1, first.meaning().orElseThrow().rank());
        // Four of five words are the same.
        assertEquals(.8, first.meaning().orElseThrow().value(), .01);
        assertEquals(1.0 / 61 + 1.0 / (60 + first.behaviour().orElseThrow().rank()), first.score(), 1e-12);
        assertEquals(List.of(), first.different());
        assertEquals(32, found.byMeaning());
        assertEquals(32, found.byBehaviour());
        assertEquals(List.of(), found.notes());
        Lookalike cook = found.all().stream()
                .filter(like -> like.creator().identity().handle().equals(Optional.of(Handle.tiktok("cook"))))
                .findFirst()
                .orElseThrow();
        Trait size = cook.different().stream()
                .filter(trait -> trait.behaviour() == Behaviour.FOLLOWERS)
                .findFirst()
                .orElseThrow();
        assertEquals(8_000, size.own());
        assertEquals(4_000_000, size.other());
        assertTrue(size.difference() > 0);
    }

    @Test
    void without_meanings_behaviour_alone_is_compared_and_this_is_said() {
        sayAll();
        Lookalikes found = findLookalikes.find(Handle.tiktok("baker"), 3);
        assertEquals(0, found.byMeaning());
        assertEquals(3, found.all().size());
        assertTrue(
                found.notes().get(0).contains("virality index"), found.notes().toString());
    }

    @Test
    void too_few_creators_are_not_compared() {
        say("baker", "sourdough bread", 8_000);
        say("cook", "soup", 9_000);
        Lookalikes found = findLookalikes.find(Handle.tiktok("baker"), 3);
        assertEquals(List.of(), found.all());
        assertEquals(2, found.notes().size());
    }

    @Test
    void nobody_is_like_nobody() {
        assertEquals(
                Failure.Kind.NOT_FOUND,
                assertThrows(Failure.class, () -> findLookalikes.find(Handle.tiktok("nobody"), 3))
                        .kind());
        assertEquals(
                Failure.Kind.INVALID_INPUT,
                assertThrows(Failure.class, () -> findLookalikes.find(Handle.tiktok("nobody"), 0))
                        .kind());
    }
}
