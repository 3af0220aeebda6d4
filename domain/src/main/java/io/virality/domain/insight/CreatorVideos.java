package io.virality.domain.insight;

import io.virality.domain.creator.Handle;
import io.virality.domain.creator.Origin;
import io.virality.domain.creator.Platform;
import java.util.List;

/**
 * What did one creator post, and how was each video viewed, measured by what is usual for it?
 *
 * @param creator whose videos
 * @param order in which order
 * @param skipped how many stand on the pages before
 * @param limit how many on the page
 */
public record CreatorVideos(Handle creator, Order order, long skipped, int limit) implements Work {

    /** How a video is measured by what is usual: where there are fewer other ones, nothing is. */
    public static final Measure.RelativeViews RATIO = Measure.RelativeViews.of(9);

    private static final String LINK = "link";

    static final Topic TOPIC = new Topic(
            "creator-videos",
            "What did this creator post, and how was each video viewed, measured by what is usual for it?",
            List.of(),
            List.of(
                    Column.text("video", "the platform's id of the video"),
                    Column.time("posted_at", "when it was posted"),
                    Column.count("views", "its newest number of views"),
                    Column.number("usual_views", Column.Unit.COUNT, "median views of the creator's other videos"),
                    Column.ratio("ratio", "its views by the usual ones"),
                    Column.fraction("engagement_rate", "its likes, comments and shares by its views"),
                    Column.count("likes", "its newest number of likes"),
                    Column.count("comments", "its newest number of comments"),
                    Column.count("shares", "its newest number of shares"),
                    Column.count("seconds", "how long it is"),
                    Column.text("hashtags", "its hashtags"),
                    Column.text("disclosures", "texts in it that disclose an advertisement"),
                    Column.text(LINK, "where to see it, if it is real and the platform has addresses for videos")
                            .computedOutside()),
            Chart.TABLE);

    private static final Measure MEASURE = new Measure.Plain(
            "creator-videos@1",
            "each video of the creator by its newest observation; its ratio is the " + RATIO.formula()
                    + ", and missing of any other",
            Population.VIDEOS);

    /** An order of videos; of equal ones, the newest comes first. What is unknown stands last. */
    public enum Order {
        /** The newest first. */
        NEWEST("-posted"),
        /** The oldest first. */
        OLDEST("posted"),
        /** The most viewed first. */
        MOST_VIEWED("-views"),
        /** The least viewed first. */
        LEAST_VIEWED("views"),
        /** Those furthest above what is usual first. */
        FURTHEST_ABOVE("-ratio"),
        /** Those furthest below what is usual first. */
        FURTHEST_BELOW("ratio");

        private final String id;

        Order(String id) {
            this.id = id;
        }

        /** The name in addresses: a minus sign means descending. */
        public String id() {
            return id;
        }
    }

    @Override
    public Topic topic() {
        return TOPIC;
    }

    @Override
    public String words() {
        return "What did @" + creator.name()
                + " post, and how was each video viewed, measured by what is usual for it?";
    }

    @Override
    public Measure measure() {
        return MEASURE;
    }

    @Override
    public String sort() {
        return order.id();
    }

    @Override
    public Conclusion conclude(Evidence evidence) {
        Platform platform = creator.platform();
        return new Conclusion(
                evidence.rows().stream()
                        .map(row -> row.with(
                                LINK,
                                evidence.origin() == Origin.REAL
                                        ? platform.videoAddress(creator, row.text("video"))
                                                .orElse(null)
                                        : null))
                        .toList(),
                List.of("only videos that were loaded are known: where those are the newest, so is what is usual"));
    }
}
