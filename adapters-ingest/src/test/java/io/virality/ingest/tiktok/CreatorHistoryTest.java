package io.virality.ingest.tiktok;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class CreatorHistoryTest {

    private static final int CREATORS = 25;
    private static final int DAYS = 75;

    static LongStream seeds() {
        return LongStream.range(0, 20);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void counts_follow_from_what_happens(long seed) {
        SimulatedWorld world = world(seed);
        for (int i = 0; i < CREATORS; i++) {
            SimulatedCreator creator = world.creator(i);
            CreatorHistory history = creator.history();
            List<SimulatedVideo> videos = new ArrayList<>();
            for (int day = 0; day < DAYS; day++) {
                history.nextDay();
                videos.addAll(history.postedToday());
                CreatorHistory.Counts counts = history.counts();
                Instant end = world.observedAt(day);
                assertEquals(end, counts.observedAt());
                assertEquals(creator.videosAtStart() + videos.size(), counts.videos());
                assertEquals(
                        creator.likesAtStart()
                                + videos.stream()
                                        .mapToLong(video -> video.countsAt(end).likes())
                                        .sum(),
                        counts.likes());
                assertTrue(counts.followers() >= 0 && counts.following() >= 0, counts::toString);
            }
            assertEquals(videos, creator.videos(DAYS).toList());
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void videos_are_posted_within_their_day_and_in_order(long seed) {
        SimulatedWorld world = world(seed);
        for (int i = 0; i < CREATORS; i++) {
            CreatorHistory history = world.creator(i).history();
            for (int day = 0; day < DAYS; day++) {
                history.nextDay();
                Instant last = world.observedAt(day - 1);
                for (SimulatedVideo video : history.postedToday()) {
                    assertFalse(video.postedAt().isBefore(last), video::toString);
                    assertTrue(video.postedAt().isBefore(world.observedAt(day)), video::toString);
                    last = video.postedAt();
                }
            }
        }
    }

    @Test
    void followers_begin_where_the_creator_stands_and_rarely_leap() {
        SimulatedWorld world = world(3);
        int leaps = 0;
        int falls = 0;
        for (int i = 0; i < CREATORS; i++) {
            CreatorHistory history = world.creator(i).history();
            history.nextDay();
            long before = history.counts().followers();
            assertEquals(world.creator(i).followersAtStart(), before);
            for (int day = 1; day < DAYS; day++) {
                history.nextDay();
                long now = history.counts().followers();
                leaps += Math.abs(now - before) > 1 + before * .05 ? 1 : 0;
                falls += now < before ? 1 : 0;
                before = now;
            }
        }
        assertTrue(leaps < CREATORS * DAYS / 50, leaps + " leaps");
        assertTrue(falls > CREATORS * DAYS / 20, falls + " falls");
    }

    @Test
    void a_viral_video_brings_followers_within_days() {
        SimulatedWorld world = new SimulatedWorld(7, 1_500, LocalDate.of(2026, 2, 1), DAYS);
        List<Double> gains = new ArrayList<>();
        for (int i = 0; i < world.creators(); i++) {
            CreatorHistory history = world.creator(i).history();
            List<Long> followers = new ArrayList<>();
            List<Integer> viralDays = new ArrayList<>();
            for (int day = 0; day < DAYS; day++) {
                history.nextDay();
                followers.add(history.counts().followers());
                if (history.postedToday().stream().anyMatch(video -> video.viralMultiple() > 30)) {
                    viralDays.add(day);
                }
            }
            for (int day : viralDays) {
                if (day > 0 && day + 7 < DAYS) {
                    gains.add(followers.get(day + 7) / (double) followers.get(day - 1));
                }
            }
        }
        assertTrue(gains.size() >= 10, gains.toString());
        // The least multiple here, 30, adds .12 × 94 % within a week; the drift of eight days takes little from it.
        double smallest = gains.stream().mapToDouble(gain -> gain).min().orElseThrow();
        assertTrue(smallest > 1.05, gains.toString());
    }

    private static SimulatedWorld world(long seed) {
        return new SimulatedWorld(seed, CREATORS, LocalDate.of(2026, 2, 1), DAYS);
    }
}
