package io.virality.application.port;

import static io.virality.application.port.Observations.NOON;
import static io.virality.application.port.Observations.by;
import static io.virality.application.port.Observations.identity;
import static io.virality.application.port.Observations.simulated;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.virality.domain.category.CreatorText;
import io.virality.domain.creator.Counts;
import io.virality.domain.creator.Handle;
import io.virality.domain.creator.Origin;
import io.virality.domain.creator.Profile;
import io.virality.domain.creator.Provenance;
import io.virality.domain.creator.Snapshot;
import io.virality.domain.creator.VideoCounts;
import io.virality.domain.creator.VideoDetails;
import io.virality.domain.engagement.ProviderRates;
import io.virality.domain.ingest.CreatorObservation;
import io.virality.domain.ingest.VideoObservation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What {@link CreatorTexts} promises. */
public abstract class CreatorTextsContract extends StoredPortContract {

    /** A creator who says this of itself. */
    public static CreatorObservation saying(
            String handle, String biography, String language, String category, Provenance provenance) {
        return new CreatorObservation(
                identity(handle),
                new Profile(
                        Optional.empty(),
                        Optional.ofNullable(biography),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.ofNullable(language),
                        Optional.ofNullable(category),
                        Optional.empty()),
                new Snapshot(Counts.of(100, 1, 2, 3), ProviderRates.NONE, provenance));
    }

    private static VideoObservation video(String handle, String id, Instant at, String caption, String... hashtags) {
        return new VideoObservation(
                identity(handle),
                id,
                new VideoDetails(
                        Optional.ofNullable(at),
                        Optional.ofNullable(caption),
                        List.of(hashtags),
                        Optional.empty(),
                        Optional.empty(),
                        List.of()),
                new VideoCounts(
                        OptionalLong.of(100),
                        OptionalLong.of(5),
                        OptionalLong.of(2),
                        OptionalLong.of(1),
                        OptionalLong.empty()),
                by("survey", NOON));
    }

    @Test
    void tells_what_a_creator_and_its_newest_videos_say_the_newest_first() {
        ports.creators().record(List.of(saying("ada", "bakes bread", "en", "Food", simulated(NOON))));
        ports.videos()
                .record(List.of(
                        video("ada", "1", NOON, "older", "bread", "oven"),
                        video("ada", "2", NOON.plusSeconds(1), null, "bread"),
                        video("ada", "3", null, "undated"),
                        video("bob", "4", NOON, "another's", "games")));
        ports.creators().refresh();
        List<CreatorText> page = ports.creatorTexts().page(0, 10);
        assertEquals(
                List.of(Optional.of(Handle.tiktok("ada")), Optional.of(Handle.tiktok("bob"))),
                page.stream().map(CreatorText::handle).toList());
        CreatorText ada = page.get(0);
        assertEquals(
                new CreatorText(
                        ada.creator(),
                        Optional.of(Handle.tiktok("ada")),
                        Optional.of("bakes bread"),
                        Optional.of("en"),
                        Optional.of("Food"),
                        List.of("bread", "bread", "oven"),
                        List.of("older", "undated"),
                        Origin.SIMULATED,
                        NOON),
                ada);
        assertEquals(List.of("games"), page.get(1).hashtags());
        assertEquals(Optional.empty(), page.get(1).biography());
    }

    @Test
    void only_the_newest_videos_are_read() {
        List<VideoObservation> videos = new ArrayList<>();
        for (int i = 0; i < CreatorText.NEWEST_VIDEOS + 3; i++) {
            videos.add(video("ada", "v" + i, NOON.plusSeconds(i), "caption " + i));
        }
        ports.videos().record(videos);
        ports.creators().refresh();
        List<String> captions = ports.creatorTexts().page(0, 1).get(0).captions();
        assertEquals(CreatorText.NEWEST_VIDEOS, captions.size());
        assertEquals("caption 52", captions.get(0));
        assertEquals("caption 3", captions.get(CreatorText.NEWEST_VIDEOS - 1));
    }

    @Test
    void pages_tell_every_creator_once() {
        ports.creators().record(Observations.many(25, 1));
        ports.creators().refresh();
        List<Optional<Handle>> handles = new ArrayList<>();
        long after = 0;
        for (List<CreatorText> page = ports.creatorTexts().page(after, 10);
                !page.isEmpty();
                page = ports.creatorTexts().page(after, 10)) {
            page.forEach(text -> handles.add(text.handle()));
            after = page.get(page.size() - 1).creator();
        }
        assertEquals(25, handles.size());
        assertEquals(25, handles.stream().distinct().count());
        assertTrue(ports.creatorTexts().page(after, 10).isEmpty());
    }
}
