package io.virality.application.creator;

import static io.virality.application.port.Observations.NOON;
import static io.virality.application.port.Observations.by;
import static io.virality.application.port.Observations.identity;
import static io.virality.application.port.Observations.streaks;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.virality.application.Failure;
import io.virality.application.port.StoredPorts;
import io.virality.domain.creator.Handle;
import io.virality.domain.ingest.FactObservation;
import io.virality.domain.insight.CreatorSponsorships;
import io.virality.domain.insight.CreatorVideos;
import io.virality.domain.insight.Insight;
import io.virality.domain.marketplace.Brand;
import io.virality.domain.marketplace.Sponsorship;
import io.virality.domain.marketplace.Sponsorship.Evidence;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ListWorkTest {

    private static final Handle CREATOR = identity("creator_0").handle().orElseThrow();

    private final StoredPorts ports = StoredPorts.inMemory();
    private final ListWork listWork = new ListWork(ports.creators(), ports.insightQueries());

    @Test
    void videos_come_a_page_at_a_time_with_the_address_where_they_are_to_be_seen() {
        ports.videos().record(streaks(2, 20, 7));
        ports.creators().refresh();
        Insight answer = listWork.list(new CreatorVideos(CREATOR, CreatorVideos.Order.NEWEST, 18, 10));
        assertEquals(20, answer.n());
        assertEquals(
                List.of("0_1", "0_0"),
                answer.rows().stream().map(row -> row.text("video")).toList());
        assertEquals(
                "https://www.tiktok.com/@creator_0/video/0_1",
                answer.rows().get(0).text("link"));
        assertEquals("-posted", answer.parameters().get("sort"));
    }

    @Test
    void what_only_a_hashtag_says_is_suspected() {
        for (Evidence evidence : Evidence.values()) {
            ports.facts()
                    .record(List.of(new FactObservation(
                            new Sponsorship(
                                    identity("creator_0"),
                                    new Brand("Brand " + evidence.ordinal()),
                                    Optional.empty(),
                                    evidence,
                                    Optional.empty(),
                                    OptionalLong.empty(),
                                    List.of(),
                                    Optional.empty()),
                            by("survey", NOON))));
        }
        ports.videos().record(streaks(1, 1, 7));
        ports.creators().refresh();
        assertEquals(
                List.of("agreed", "disclosed", "disclosed", "suspected"),
                listWork.list(new CreatorSponsorships(CREATOR, CreatorSponsorships.Order.BRAND, 0, 10)).rows().stream()
                        .map(row -> row.text("standing"))
                        .toList());
        assertEquals(
                List.of(Evidence.values()),
                Arrays.stream(Evidence.values())
                        .map(evidence -> Evidence.of(evidence.id()))
                        .toList());
    }

    @Test
    void the_work_of_nobody_is_not_found() {
        CreatorVideos question = new CreatorVideos(CREATOR, CreatorVideos.Order.NEWEST, 0, 10);
        assertEquals(
                Failure.Kind.NOT_FOUND,
                assertThrows(Failure.class, () -> listWork.list(question)).kind());
    }
}
