package io.virality.domain.insight;

import java.util.List;

/** Of how many creators, videos and sales is each field not known? */
public record DatasetCompleteness() implements Question {

    /** Fields of a creator's current state. */
    public static final List<String> OF_CREATORS = List.of(
            "nickname",
            "biography",
            "bio_link",
            "region",
            "language",
            "category",
            "verified",
            "followers",
            "following",
            "likes",
            "videos",
            "provider_rate",
            "by_views_rate",
            "by_followers_rate");

    /** Fields of a video. */
    public static final List<String> OF_VIDEOS = List.of("creator", "posted_at", "caption", "sound", "duration");

    /** Fields of a video's counts at one moment. */
    public static final List<String> OF_VIDEO_COUNTS = List.of("views", "likes", "comments", "shares", "saves");

    /** Fields of a sale. */
    public static final List<String> OF_SALES =
            List.of("creator", "video", "content", "promo_code", "units", "refunds", "commission");

    static final Topic TOPIC = new Topic(
            "dataset-completeness",
            "How complete is what is loaded?",
            List.of(),
            List.of(
                    Column.text("record", "what has the field"),
                    Column.text("field", "what may not be known"),
                    Column.count("n", "how many there are"),
                    Column.count("unknown", "of how many of them the field is not known"),
                    Column.fraction("share", "unknown by n")),
            Chart.TABLE);

    static final Entry ENTRY = new Entry(TOPIC, (arguments, tiers) -> new DatasetCompleteness());

    @Override
    public Topic topic() {
        return TOPIC;
    }

    @Override
    public Measure measure() {
        return new Measure.Plain(
                "completeness@1",
                "share of creators (as they stand now), videos, observations of videos and sales (by the word that rules) "
                        + "of which no source tells a field",
                Population.OBSERVATIONS);
    }

    @Override
    public Conclusion conclude(Evidence evidence) {
        return new Conclusion(
                evidence.rows(),
                List.of(
                        "not known means that no source tells it: an empty biography and one that nobody read look the same"));
    }
}
