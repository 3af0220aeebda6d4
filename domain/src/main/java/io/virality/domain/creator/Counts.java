package io.virality.domain.creator;

import java.util.OptionalLong;

/**
 * A creator's counts at one moment. Each is empty where a source is silent, and never negative.
 *
 * @param followers accounts that follow the creator
 * @param following accounts that the creator follows
 * @param likes likes on all videos ever
 * @param videos public videos
 */
public record Counts(OptionalLong followers, OptionalLong following, OptionalLong likes, OptionalLong videos) {

    /** Nothing was counted. */
    public static final Counts UNKNOWN =
            new Counts(OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty());

    /** @throws IllegalArgumentException if a count is negative */
    public Counts {
        notNegative("followers", followers);
        notNegative("following", following);
        notNegative("likes", likes);
        notNegative("videos", videos);
    }

    /** All four counts. */
    public static Counts of(long followers, long following, long likes, long videos) {
        return new Counts(
                OptionalLong.of(followers),
                OptionalLong.of(following),
                OptionalLong.of(likes),
                OptionalLong.of(videos));
    }

    static void notNegative(String name, OptionalLong count) {
        if (count.isPresent() && count.getAsLong() < 0) {
            throw new IllegalArgumentException(name + " is negative: " + count.getAsLong());
        }
    }
}
