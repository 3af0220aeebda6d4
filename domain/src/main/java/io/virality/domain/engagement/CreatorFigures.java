package io.virality.domain.engagement;

import java.util.Optional;

/**
 * What a creator is compared by. A figure that is not known is {@code NaN}.
 *
 * @param tier its size class
 * @param region the country of its account
 * @param followers its newest number of followers
 * @param following how many accounts it follows
 * @param rate its engagement rate
 * @param likeRate the part of likes in that rate
 * @param spread how unequally its videos are viewed: the mean logarithmic deviation of their views; 0 where all are viewed
 *     alike
 * @param growth by what fraction its followers grow in 30 days
 * @param viewsChange by how much the mean logarithm of views is higher for the videos posted since its followers were first
 *     counted than for those before
 * @param sales what it sold, net of refunds, per 1,000 followers
 */
public record CreatorFigures(
        String tier,
        Optional<String> region,
        double followers,
        double following,
        double rate,
        double likeRate,
        double spread,
        double growth,
        double viewsChange,
        double sales) {}
