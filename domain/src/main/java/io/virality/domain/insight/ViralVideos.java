package io.virality.domain.insight;

import io.virality.domain.creator.Tiers;
import java.util.List;

/**
 * Which videos were viewed most, measured by what is usual for their creator?
 *
 * @param measure what is measured of each video
 * @param limit how many to name
 */
public record ViralVideos(Measure.RelativeViews measure, long limit) implements Question {

    private static final Parameter OTHERS = new Parameter(
            "others", Parameter.Kind.COUNT, "9", "videos whose creator has fewer other ones than this do not count");
    private static final Parameter LIMIT =
            new Parameter("limit", Parameter.Kind.LIMIT, "10", "how many videos to name");

    static final Topic TOPIC = new Topic(
            "viral-videos",
            "Which videos were viewed most, measured by what is usual for their creator?",
            List.of(OTHERS, LIMIT),
            List.of(
                    Column.text("handle", "the creator"),
                    Column.text("video", "the platform's id of the video"),
                    Column.time("posted_at", "when it was posted"),
                    Column.count("views", "its newest number of views"),
                    Column.number("usual_views", Column.Unit.RATIO, "median views of the creator's other videos"),
                    Column.ratio("ratio", "its views by the usual ones"),
                    Column.count("other_videos", "how many other videos of the creator that median rests on")),
            Chart.BARS);

    static final Entry ENTRY = new Entry(TOPIC, ViralVideos::asked);

    private static ViralVideos asked(Arguments arguments, Tiers unused) {
        return new ViralVideos(Measure.RelativeViews.of(arguments.number(OTHERS)), arguments.number(LIMIT));
    }

    @Override
    public Topic topic() {
        return TOPIC;
    }

    @Override
    public Conclusion conclude(Evidence evidence) {
        return new Conclusion(
                evidence.rows(),
                List.of(
                        "the extremes of many videos are named: they say what happened, not what to expect",
                        "only videos that were loaded count: where those are a creator's newest, so is what is usual"));
    }
}
