package io.virality.domain.segment;

import java.util.function.DoubleUnaryOperator;

/** What creators are compared by, each on a logarithmic scale: what is twice as much is as far away wherever it is. */
public enum Behaviour {
    /** Size. */
    FOLLOWERS("followers", "ln(1 + newest number of followers)", "large", "small", Math::log1p),
    /** Engagement. */
    ENGAGEMENT("engagement_rate", "ln of the engagement rate", "engaging", "quiet", Math::log),
    /** Growth. */
    GROWTH("growth", "ln(1 + growth of followers in 30 days)", "fast-growing", "slow-growing", Math::log1p),
    /** Frequency. */
    POSTS("posts_per_week", "ln of videos posted a week", "often posting", "rarely posting", Math::log),
    /** Reach of a video. */
    VIEWS("views_per_video", "ln of the geometric mean of views of a video", "much viewed", "little viewed", Math::log),
    /** Likes of a video. */
    LIKES("likes_per_video", "ln(1 + likes of all time / videos)", "much liked", "little liked", Math::log1p),
    /** Evenness. */
    SPREAD(
            "views_spread",
            "ln(.01 + mean logarithmic deviation of views of its videos)",
            "hit-driven",
            "even",
            spread -> Math.log(.01 + spread)),
    /** Sales. */
    SALES("net_sales", "ln(1 + sales net of refunds)", "selling much", "selling little", Math::log1p);

    private final String column;
    private final String definition;
    private final String high;
    private final String low;
    private final DoubleUnaryOperator logarithm;

    Behaviour(String column, String definition, String high, String low, DoubleUnaryOperator logarithm) {
        this.column = column;
        this.definition = definition;
        this.high = high;
        this.low = low;
        this.logarithm = logarithm;
    }

    /** Its column in the evidence, and its name among a model's features. */
    public String column() {
        return column;
    }

    /** How it is measured. */
    public String definition() {
        return definition;
    }

    /** Creators that have much of it, or little, in words. */
    public String words(boolean much) {
        return much ? high : low;
    }

    /** Its value on the logarithmic scale; {@code NaN} where it has none. */
    public double measure(double value) {
        double measured = logarithm.applyAsDouble(value);
        return Double.isFinite(measured) ? measured : Double.NaN;
    }
}
