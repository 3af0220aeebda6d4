package io.virality.ingest.tiktok;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.virality.ingest.tiktok.ResearchRun.Row;
import io.virality.spi.Fields;
import io.virality.spi.Freshness;
import io.virality.spi.Kinds;
import io.virality.spi.Source;
import io.virality.spi.SourceContract;
import io.virality.spi.SourceException;
import io.virality.spi.SourceFactory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class DisplaySourceFactoryTest extends SourceContract {

    private ResearchRun run;
    private SimulatedCreator creator;

    @BeforeEach
    void start() throws SourceException {
        run = new ResearchRun(Map.of());
        SimulatedWorld world = SimulationSettings.world(ResearchRun.WORLD, run.time);
        creator = world.creator(0);
        for (int i = 1; i < world.creators(); i++) {
            creator = posts(world.creator(i)) > posts(creator) ? world.creator(i) : creator;
        }
        assertTrue(posts(creator) > 40, "a creator of several pages");
    }

    @AfterEach
    void stop() {
        run.close();
    }

    @Override
    protected SourceFactory factory() {
        return factory(run);
    }

    @Override
    protected Map<String, String> properties() {
        return run.properties(Map.of());
    }

    @Test
    void it_gives_the_profile_and_every_video_as_of_now() throws Exception {
        Source source = factory().create("display", properties());
        assertEquals(Freshness.LIVE, source.freshness());
        List<Row> rows = ResearchRun.rows(source, Optional.empty());
        assertEquals(Kinds.CREATOR, rows.get(0).kind());
        CreatorHistory.Counts counts = new SimulatedPlatform(creator.world(), run.time).counts(creator);
        assertEquals(Long.toString(counts.followers()), rows.get(0).fields().get(Fields.FOLLOWERS));
        assertEquals(
                new TreeSet<>(creator.videos(60).map(SimulatedVideo::id).toList()),
                new TreeSet<>(rows.stream()
                        .skip(1)
                        .map(row -> row.fields().get(Fields.VIDEO_ID))
                        .toList()));
        assertEquals(posts(creator) + 1, rows.size());
    }

    @Test
    void whatever_goes_wrong_no_row_is_lost_or_doubled() throws Exception {
        List<Row> undisturbed = ResearchRun.rows(factory().create("display", properties()), Optional.empty());
        Map<String, String> faults = Map.of(
                "serverErrors", ".2",
                "gatewayTimeouts", ".1",
                "rateLimits", ".1",
                "expiredTokens", ".2",
                "requestsPerMinute", "3");
        try (ResearchRun disturbed = new ResearchRun(faults)) {
            Source source = factory(disturbed).create("display", disturbed.properties(Map.of()));
            assertEquals(
                    undisturbed.stream().map(Row::said).toList(),
                    ResearchRun.rows(source, Optional.empty()).stream()
                            .map(Row::said)
                            .toList());
            assertTrue(disturbed.server.tiktok().happened(Fault.EXPIRED_TOKEN) > 0, "no token expired");
        }
    }

    @Test
    void a_reading_goes_on_behind_any_row() throws Exception {
        Source source = factory().create("display", properties());
        List<Row> whole = ResearchRun.rows(source, Optional.empty());
        for (int i = 0; i < whole.size(); i++) {
            assertEquals(
                    whole.subList(i + 1, whole.size()),
                    ResearchRun.rows(source, Optional.of(whole.get(i).position())));
        }
    }

    @Test
    void a_token_that_has_ended_and_cannot_be_renewed_is_the_users_turn() throws Exception {
        TikTokClients ended =
                new TikTokClients(Map.of("TIKTOK_ACCESS_TOKEN", "act.old"), run.time, run.time, new Random(1));
        Source source = new DisplaySourceFactory(ended).create("display", properties());
        SourceException refusal = assertThrows(SourceException.class, () -> ResearchRun.rows(source, Optional.empty()));
        assertEquals(SourceException.Turn.USER, refusal.turn());
        assertTrue(refusal.getMessage().contains("TIKTOK_REFRESH_TOKEN"), refusal.getMessage());
    }

    private DisplaySourceFactory factory(ResearchRun at) {
        MockCall consent = new MockCall(
                "POST /v2/oauth/token/",
                "",
                Optional.empty(),
                "client_key=k&client_secret=s&grant_type=authorization_code&code="
                        + creator.persona().handle());
        try {
            JsonNode token =
                    new TikTokAnswer(200, at.server.tiktok().answer(consent).body()).token();
            Map<String, String> environment = Map.of(
                    "TIKTOK_CLIENT_KEY",
                    "k",
                    "TIKTOK_CLIENT_SECRET",
                    "s",
                    "TIKTOK_ACCESS_TOKEN",
                    token.get("access_token").asText(),
                    "TIKTOK_REFRESH_TOKEN",
                    token.get("refresh_token").asText());
            return new DisplaySourceFactory(new TikTokClients(environment, at.time, at.time, new Random(3)));
        } catch (TikTokException e) {
            throw new AssertionError(e);
        }
    }

    private static long posts(SimulatedCreator creator) {
        return creator.videos(60).count();
    }
}
