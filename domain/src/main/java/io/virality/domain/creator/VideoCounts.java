package io.virality.domain.creator;

import java.util.OptionalLong;

/**
 * A video's counts at one moment. Each is empty where a source is silent, and never negative.
 *
 * @param views how often it was played
 * @param likes likes, at most one a view
 * @param comments comments
 * @param shares how often it was shared
 * @param saves how often it was saved
 */
public record VideoCounts(
        OptionalLong views, OptionalLong likes, OptionalLong comments, OptionalLong shares, OptionalLong saves) {

    /**
     * @throws IllegalArgumentException if a count is negative, or if there are more likes than views, which archives are
     *     known to claim
     */
    public VideoCounts {
        Counts.notNegative("views", views);
        Counts.notNegative("likes", likes);
        Counts.notNegative("comments", comments);
        Counts.notNegative("shares", shares);
        Counts.notNegative("saves", saves);
        if (views.isPresent() && likes.isPresent() && likes.getAsLong() > views.getAsLong()) {
            throw new IllegalArgumentException(
                    "more likes than views: " + likes.getAsLong() + " > " + views.getAsLong());
        }
    }
}
