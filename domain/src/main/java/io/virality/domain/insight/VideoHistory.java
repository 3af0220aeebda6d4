package io.virality.domain.insight;

import io.virality.domain.creator.Handle;
import java.util.List;
import java.util.Optional;

/**
 * What is known of each video, creator by creator in the order of posting. No entry of the catalogue: too long to read, but
 * what claims about videos are tested on.
 *
 * @param creator whose videos; empty for all of them
 */
public record VideoHistory(Optional<Handle> creator) implements Question {

    static final Topic TOPIC = new Topic(
            "video-history",
            "What is known of each video, creator by creator in the order of posting?",
            List.of(),
            List.of(
                    Column.count("creator", "the number of its creator in this database"),
                    Column.text("verified", "verified, not verified, or unknown"),
                    Column.count("posted", "when it was posted, in milliseconds since 1970"),
                    Column.count("observed", "when it was last observed, in milliseconds since 1970"),
                    Column.count("views", "its views then"),
                    Column.count("interactions", "its likes, comments and shares then"),
                    Column.count("followers", "the followers of its creator then"),
                    Column.count("seconds", "how long it is"),
                    Column.count("hashtags", "how many hashtags it has"),
                    Column.count("sponsored", "1 if it discloses an advertisement or a sponsorship names it"),
                    Column.count("orders", "orders that came from it")),
            Chart.BARS);

    /** Of all videos. */
    public VideoHistory() {
        this(Optional.empty());
    }

    @Override
    public Topic topic() {
        return TOPIC;
    }

    @Override
    public Measure measure() {
        return new Measure.Plain(
                "videos@1",
                "each video by its latest observation, with views, likes, comments, shares, the time of posting and the"
                        + " followers of its creator",
                Population.VIDEOS);
    }

    @Override
    public Conclusion conclude(Evidence evidence) {
        return new Conclusion(evidence.rows(), List.of());
    }
}
