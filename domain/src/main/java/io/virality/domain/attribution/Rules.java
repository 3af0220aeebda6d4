package io.virality.domain.attribution;

import java.time.Duration;

/**
 * Which touches count for an order, and how fast they fade.
 *
 * @param click how long before an order a click still counts
 * @param view how long a view does
 * @param halfLife after how long a touch counts half as much under time decay
 */
public record Rules(Duration click, Duration view, Duration halfLife) {

    /** A week for clicks, a day for views, as advertising platforms count unless told otherwise; half-life a week. */
    public static final Rules USUAL = new Rules(Duration.ofDays(7), Duration.ofDays(1), Duration.ofDays(7));

    /** @throws IllegalArgumentException if a time is negative, or the half-life none */
    public Rules {
        if (click.isNegative() || view.isNegative()) {
            throw new IllegalArgumentException("a window cannot be negative: " + click + ", " + view);
        }
        if (halfLife.isNegative() || halfLife.isZero()) {
            throw new IllegalArgumentException("a half-life must be longer than nothing: " + halfLife);
        }
    }
}
