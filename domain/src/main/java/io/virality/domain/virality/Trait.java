package io.virality.domain.virality;

import io.virality.domain.model.Feature;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What is known of a video when it is posted. Views are logarithms, as what makes them is multiplied. */
public enum Trait {
    /** How much its creator's videos are usually viewed. */
    USUAL_VIEWS("usual views", "ln of the median views of the creator's settled videos"),
    /** How much these differ. */
    SPREAD("spread of views", "standard deviation of ln views of the settled videos"),
    /** How the newest of them did. */
    LAST("the last video", "ln of the views of the newest settled video by the median of all"),
    /** How the newest three did. */
    LAST_THREE("the last three videos", "mean of that over the newest three"),
    /** Whether views have been rising. */
    TREND("trend of views", "slope of ln views over the newest ten settled videos, per video"),
    /** How much people do with what they see. */
    ENGAGEMENT("engagement", "ln of the likes, comments and shares by the views of the settled videos, all together"),
    /** How long there was nothing new. */
    PAUSE("pause before it", "ln of the hours since the creator posted last, and 0.1"),
    /** How often there is something new. */
    USUAL_PAUSE("usual pause", "ln of the median hours between the newest ten posts, and 0.1"),
    /** The hour of the day, as one of the two coordinates of a clock's hand. */
    HOUR_SINE("hour of posting", "sine of the hour of the day, UTC"),
    /** The other coordinate. */
    HOUR_COSINE("hour of posting", "cosine of the hour of the day, UTC"),
    /** Whether people are at leisure. */
    WEEKEND("weekend", "1 if posted on a Saturday or Sunday, UTC"),
    /** How long it is. */
    LENGTH("length", "ln of its seconds, and 1"),
    /** How many names it is to be found under. */
    HASHTAGS("hashtags", "how many hashtags it has"),
    /** How much is known of its creator. */
    EXPERIENCE("videos so far", "ln of the number of settled videos");

    /** All, as a model's features. */
    public static final List<Feature> FEATURES = Arrays.stream(values())
            .map(trait -> Feature.of(trait.id(), trait.definition))
            .toList();

    private final String aspect;
    private final String definition;

    Trait(String aspect, String definition) {
        this.aspect = aspect;
        this.definition = definition;
    }

    /** The name of its column: {@code usual_views}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What it is part of, in words: traits of one aspect change together. */
    public String aspect() {
        return aspect;
    }
}
