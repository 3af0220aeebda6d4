package io.virality.domain.forecast;

import java.util.Locale;

/** Something known of a creator on a day that may go with how its followers grow in the thirty days after. */
public enum GrowthDriver {
    /** Growth lately, as the panel sees it. */
    RECENT_GROWTH(
            "growth lately",
            "what panel-drift forecasts for thirty days: recent slopes, drawn to those of others; natural logarithm of the"
                    + " factor"),
    /** Growth in the last week. */
    LAST_WEEK("growth in the last week", "of the followers, per thirty days; natural logarithm of the factor"),
    /** Tier. */
    FOLLOWERS("number of followers", "natural logarithm; tiers are ranges of it"),
    /** Engagement. */
    LIKES_PER_FOLLOWER("likes won per follower", "in the last thirty days; natural logarithm, one added to the likes"),
    /** Posting frequency. */
    VIDEOS_POSTED("videos posted", "in the last thirty days; natural logarithm, one added"),
    /** How videos do. */
    LIKES_PER_VIDEO(
            "likes won per new video",
            "in the last thirty days, each with one added; natural logarithm: older videos win likes, too"),
    /** How often videos are watched. */
    VIEWS_PER_FOLLOWER("views won per follower", "in the last thirty days; natural logarithm, one added to the views");

    private final String words;
    private final String definition;

    GrowthDriver(String words, String definition) {
        this.words = words;
        this.definition = definition;
    }

    /** Its name in documents: {@code videos-posted}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** It in a few words. */
    public String words() {
        return words;
    }

    /** How it is measured. */
    public String definition() {
        return definition;
    }
}
