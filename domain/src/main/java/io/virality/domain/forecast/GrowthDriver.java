package io.virality.domain.forecast;

import java.util.Locale;

/** Something known of a creator on a day that may go with how its followers grow in the thirty days after. */
public enum GrowthDriver {
    /** Growth lately, as the panel sees it. */
    RECENT_GROWTH(
            "growth lately",
            "what panel-drift forecasts for thirty days: recent slopes, drawn to those of others; natural logarithm of the"
                    + " factor",
            Form.GROWTH),
    /** Growth in the last week. */
    LAST_WEEK(
            "growth in the last week",
            "of the followers, per thirty days; natural logarithm of the factor",
            Form.GROWTH),
    /** Tier. */
    FOLLOWERS("number of followers", "natural logarithm; tiers are ranges of it", Form.RATIO),
    /** Engagement. */
    LIKES_PER_FOLLOWER(
            "likes won per follower", "in the last thirty days; natural logarithm, one added to the likes", Form.RATIO),
    /** Posting frequency. */
    VIDEOS_POSTED("videos posted", "in the last thirty days; natural logarithm, one added", Form.COUNT),
    /** How videos do. */
    LIKES_PER_VIDEO(
            "likes won per new video",
            "in the last thirty days, each with one added; natural logarithm: older videos win likes, too",
            Form.RATIO),
    /** How often videos are watched. */
    VIEWS_PER_FOLLOWER(
            "views won per follower", "in the last thirty days; natural logarithm, one added to the views", Form.RATIO);

    private final String words;
    private final String definition;
    private final Form form;

    /** How a value is told. */
    private enum Form {
        GROWTH,
        COUNT,
        RATIO
    }

    GrowthDriver(String words, String definition, Form form) {
        this.words = words;
        this.definition = definition;
        this.form = form;
    }

    /** Its name in documents: {@code videos-posted}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** It in a few words. */
    public String words() {
        return words;
    }

    /** A value of it in words. */
    String told(double value) {
        return switch (form) {
            case GROWTH -> String.format(Locale.ROOT, "%+.1f %%", 100 * Math.expm1(value));
            case COUNT -> String.format(Locale.ROOT, "%,.0f", Math.expm1(value));
            case RATIO -> String.format(Locale.ROOT, Math.exp(value) >= 100 ? "%,.0f" : "%.3g", Math.exp(value));
        };
    }

    /** How it is measured. */
    public String definition() {
        return definition;
    }
}
