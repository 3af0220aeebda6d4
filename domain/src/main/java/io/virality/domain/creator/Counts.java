package io.virality.domain.creator;

import java.util.OptionalLong;

/**
 * A creator's counts at one moment. Each is empty where a source is silent, never negative and at most {@link #LARGEST}.
 *
 * @param followers accounts that follow the creator
 * @param following accounts that the creator follows
 * @param likes likes on all videos ever
 * @param videos public videos
 */
public record Counts(OptionalLong followers, OptionalLong following, OptionalLong likes, OptionalLong videos) {

    /**
     * No count is larger. Nobody has a trillion of anything yet, and nine million times as much can still be added up in 64
     * bits.
     */
    public static final long LARGEST = 1_000_000_000_000L;

    /** Nothing was counted. */
    public static final Counts UNKNOWN =
            new Counts(OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty());

    /** @throws IllegalArgumentException if a count cannot be */
    public Counts {
        requireCount("followers", followers);
        requireCount("following", following);
        requireCount("likes", likes);
        requireCount("videos", videos);
    }

    /** All four counts. */
    public static Counts of(long followers, long following, long likes, long videos) {
        return new Counts(
                OptionalLong.of(followers),
                OptionalLong.of(following),
                OptionalLong.of(likes),
                OptionalLong.of(videos));
    }

    /** @throws IllegalArgumentException if the count is negative or larger than the {@link #LARGEST} */
    public static void requireCount(String name, OptionalLong count) {
        if (count.isPresent() && count.getAsLong() < 0) {
            throw new IllegalArgumentException(name + " is negative: " + count.getAsLong());
        }
        requireChange(name, count);
    }

    /** @throws IllegalArgumentException if the count, which may be negative, exceeds the {@link #LARGEST} */
    public static void requireChange(String name, OptionalLong change) {
        if (change.isPresent() && (change.getAsLong() > LARGEST || change.getAsLong() < -LARGEST)) {
            throw new IllegalArgumentException(name + " is out of range: " + change.getAsLong());
        }
    }
}
