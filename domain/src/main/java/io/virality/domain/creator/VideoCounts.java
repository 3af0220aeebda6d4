package io.virality.domain.creator;

import java.util.OptionalLong;

/**
 * A video's counts at one moment. Each is empty where a source is silent, never negative and at most {@link
 * Counts#LARGEST}.
 *
 * @param views how often it was played
 * @param likes likes, at most one a view
 * @param comments comments
 * @param shares how often it was shared
 * @param saves how often it was saved
 */
public record VideoCounts(
        OptionalLong views, OptionalLong likes, OptionalLong comments, OptionalLong shares, OptionalLong saves) {

    /** Nothing was counted. */
    public static final VideoCounts UNKNOWN = new VideoCounts(
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalLong.empty());

    /**
     * @throws IllegalArgumentException if a count cannot be, or if there are more likes than views, which archives are
     *     known to claim
     */
    public VideoCounts {
        Counts.requireCount("views", views);
        Counts.requireCount("likes", likes);
        Counts.requireCount("comments", comments);
        Counts.requireCount("shares", shares);
        Counts.requireCount("saves", saves);
        if (views.isPresent() && likes.isPresent() && likes.getAsLong() > views.getAsLong()) {
            throw new IllegalArgumentException(
                    "more likes than views: " + likes.getAsLong() + " > " + views.getAsLong());
        }
    }
}
