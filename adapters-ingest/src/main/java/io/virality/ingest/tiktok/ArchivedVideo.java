package io.virality.ingest.tiktok;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * A video as the Research API's archive holds it: late, with counts some days old, some of them impossible.
 *
 * @param video the video
 * @param words its texts
 * @param counts the archive's counts
 * @param hidden whether searches find but do not show it
 * @param likesMissing whether the archive has no count of likes
 * @param nulCharacters whether its texts hold a NUL
 */
record ArchivedVideo(
        SimulatedVideo video,
        SimulatedVideo.Words words,
        SimulatedVideo.Counts counts,
        boolean hidden,
        boolean likesMissing,
        boolean nulCharacters) {

    private static final Duration FIRST_COUNTS = Duration.ofHours(12);
    private static final double IMPOSSIBLE = .45;

    static ArchivedVideo of(SimulatedVideo video, SimulatedPlatform platform, FaultPlan plan) {
        Chance chance = platform.chance(video.id());
        Instant counted = platform.present()
                .minusSeconds((long) chance.between(0, plan.oldestCounts().toSeconds()));
        Duration delay = plan.archiveDelay();
        Instant earliest = video.postedAt().plus(delay.compareTo(FIRST_COUNTS) < 0 ? delay : FIRST_COUNTS);
        SimulatedVideo.Counts counts = video.countsAt(counted.isBefore(earliest) ? earliest : counted);
        boolean impossible = chance.happens(IMPOSSIBLE)
                && plan.impossible()
                        .filter(days -> holds(days, video.postedAt()))
                        .isPresent();
        return new ArchivedVideo(
                video,
                video.words(),
                impossible ? withoutMostViews(counts) : counts,
                chance.happens(plan.hidden()),
                chance.happens(plan.missingLikes()),
                chance.happens(plan.nulCharacters()));
    }

    private static boolean holds(Days days, Instant time) {
        LocalDate day = LocalDate.ofInstant(time, ZoneOffset.UTC);
        return !day.isBefore(days.first()) && !day.isAfter(days.last());
    }

    private static SimulatedVideo.Counts withoutMostViews(SimulatedVideo.Counts counts) {
        return new SimulatedVideo.Counts(
                counts.likes() / 20, counts.likes(), counts.comments(), counts.shares(), counts.saves());
    }

    /** The day it was posted, in UTC. */
    LocalDate day() {
        return LocalDate.ofInstant(video.postedAt(), ZoneOffset.UTC);
    }

    /** An int64 for the sound, which the simulation knows by name. */
    long musicId() {
        return Integer.toUnsignedLong(words.sound().hashCode()) << 30 | 1L << 62;
    }

    /** The one effect that some videos have. */
    Optional<String> effectId() {
        int number = video.seconds() % 97;
        return number == 0
                ? Optional.of(Integer.toString(1_000_000 + video.creator().index()))
                : Optional.empty();
    }

    /** Writes a field, unless it is one that stays out when there is nothing to say. */
    void write(String field, ObjectNode target) {
        switch (field) {
            case "id", "video_id" -> target.put(field, Long.parseUnsignedLong(video.id()));
            case "create_time" -> target.put(field, video.postedAt().getEpochSecond());
            case "username" -> target.put(field, text(video.creator().persona().handle()));
            case "region_code" ->
                target.put(field, video.creator().persona().market().name());
            case "video_description" -> target.put(field, text(words.caption()));
            case "video_duration" -> target.put(field, (long) video.seconds());
            case "music_id" -> target.put(field, musicId());
            case "hashtag_names" -> words.hashtags().forEach(target.putArray(field)::add);
            case "effect_ids" ->
                effectId().ifPresent(id -> target.putArray(field).add(id));
            case "view_count" -> target.put(field, counts.views());
            case "comment_count" -> target.put(field, counts.comments());
            case "share_count" -> target.put(field, counts.shares());
            case "favorites_count", "favourites_count" -> target.put(field, counts.saves());
            case "like_count" -> {
                if (!likesMissing) {
                    target.put(field, counts.likes());
                }
            }
            default -> {
                // voice_to_text, playlist_id and others: optional, and these videos have none
            }
        }
    }

    private String text(String text) {
        return nulCharacters ? text.substring(0, text.length() / 2) + "\0" + text.substring(text.length() / 2) : text;
    }
}
