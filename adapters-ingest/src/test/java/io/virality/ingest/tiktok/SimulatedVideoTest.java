package io.virality.ingest.tiktok;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class SimulatedVideoTest {

    private static final SimulatedWorld WORLD = new SimulatedWorld(11, 60, LocalDate.of(2026, 2, 1), 60);

    @Test
    void counts_rise_from_nothing_and_settle_after_a_month() {
        videos().forEach(video -> {
            assertEquals(new SimulatedVideo.Counts(0, 0, 0, 0, 0), video.countsAt(video.postedAt()));
            SimulatedVideo.Counts before = video.countsAt(video.postedAt());
            for (int hours = 1; hours < 31 * 24; hours += 7) {
                SimulatedVideo.Counts now = video.countsAt(video.postedAt().plus(Duration.ofHours(hours)));
                assertTrue(now.views() >= before.views(), video::toString);
                assertTrue(now.likes() >= before.likes() && now.likes() <= now.views(), video::toString);
                assertTrue(now.comments() >= before.comments(), video::toString);
                assertTrue(now.shares() >= before.shares(), video::toString);
                assertTrue(now.saves() >= before.saves(), video::toString);
                before = now;
            }
            Instant settled = video.postedAt().plus(Duration.ofDays(30));
            assertTrue(video.settled(settled));
            assertEquals((long) video.views(), video.countsAt(settled).views());
            assertEquals(video.countsAt(settled), video.countsAt(settled.plus(Duration.ofDays(300))));
        });
    }

    @Test
    void most_views_come_in_the_first_days() {
        SimulatedVideo video = videos().findFirst().orElseThrow();
        assertEquals(0, video.risen(video.postedAt().minusSeconds(1)));
        assertEquals(.62, video.risen(video.postedAt().plus(Duration.ofHours(58))), .005);
        assertEquals(.939, video.risen(video.postedAt().plus(Duration.ofDays(7))), .001);
    }

    @Test
    void the_id_says_when_the_upload_began() {
        videos().forEach(video -> {
            long ahead = video.postedAt().getEpochSecond() - (Long.parseLong(video.id()) >> 32);
            assertTrue(ahead >= 22 && ahead <= 135, video::toString);
        });
    }

    @Test
    void words_are_always_the_same_and_the_caption_ends_on_the_hashtags() {
        videos().forEach(video -> {
            SimulatedVideo.Words words = video.words();
            assertEquals(words, video.words());
            assertFalse(words.sound().isBlank());
            assertEquals(words.hashtags().size(), new HashSet<>(words.hashtags()).size());
            String end = String.join(
                    " ", words.hashtags().stream().map(tag -> "#" + tag).toList());
            assertTrue(words.caption().endsWith(end), words::toString);
            assertTrue(words.hashtags().stream().allMatch(tag -> tag.matches("\\S+")), words::toString);
        });
    }

    @Test
    void lengths_are_plausible() {
        List<Integer> lengths = videos().map(SimulatedVideo::seconds).sorted().toList();
        assertTrue(lengths.get(0) >= 5);
        assertTrue(lengths.get(lengths.size() - 1) <= 600);
        assertEquals(30, lengths.get(lengths.size() / 2), 12);
    }

    private static Stream<SimulatedVideo> videos() {
        return IntStream.range(0, WORLD.creators())
                .mapToObj(WORLD::creator)
                .flatMap(creator -> creator.videos(WORLD.days()));
    }
}
