package io.virality.domain.insight;

import io.virality.domain.engagement.RateDefinition;
import java.util.List;

/**
 * How does each creator behave? No entry of the catalogue: too long to read, but what segments are made of.
 *
 * @param definition the engagement rate meant
 */
public record CreatorBehaviour(RateDefinition definition) implements Question {

    /** How many videos whose time is known a creator must have for its frequency to be told. */
    public static final int FEWEST_VIDEOS = 5;

    /** And over how many days. */
    public static final int SHORTEST_DAYS = 7;

    static final Topic TOPIC = new Topic(
            "creator-behaviour",
            "How does each creator behave?",
            List.of(),
            List.of(
                    Column.text("handle", "the creator"),
                    Column.count("followers", "its newest number of followers"),
                    Column.fraction("engagement_rate", "its engagement rate under the definition"),
                    Column.fraction("growth", "growth of its followers in 30 days"),
                    Column.number(
                            "posts_per_week",
                            Column.Unit.RATIO,
                            "videos a week between its oldest and its newest, of at least " + FEWEST_VIDEOS
                                    + " in at least " + SHORTEST_DAYS + " days"),
                    Column.number(
                            "views_per_video",
                            Column.Unit.COUNT,
                            "geometric mean of the views of its videos, each by its highest count, of at least "
                                    + FEWEST_VIDEOS),
                    Column.number("likes_per_video", Column.Unit.COUNT, "likes of all time by videos of all time"),
                    Column.ratio(
                            "views_spread",
                            "ln of the mean views of these videos less the mean of ln views; 0 where all are viewed alike"),
                    Column.number(
                            "net_sales",
                            Column.Unit.CURRENCY,
                            "sales net of refunds, in the currency of most sales; unknown where none are told")),
            Chart.BARS);

    @Override
    public Topic topic() {
        return TOPIC;
    }

    @Override
    public Measure measure() {
        return new Measure.Engagement(definition);
    }

    @Override
    public Conclusion conclude(Evidence evidence) {
        return new Conclusion(evidence.rows(), List.of());
    }
}
