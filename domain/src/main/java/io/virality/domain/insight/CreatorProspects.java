package io.virality.domain.insight;

import java.util.List;

/**
 * What is known of each creator that could be hired? No entry of the catalogue: too long to read, but what portfolios are
 * chosen from. Creators without a video whose views are known have no row.
 */
public record CreatorProspects() implements Question {

    private static final Topic TOPIC = new Topic(
            "creator-prospects",
            "What is known of each creator that could be hired?",
            List.of(),
            List.of(
                    Column.text("handle", "the creator"),
                    Column.count("followers", "its newest number of followers"),
                    Column.text("region", "country of its account"),
                    Column.text("language", "its language"),
                    Column.text("category", "what it posts about, as a source tells it"),
                    Column.text("predicted", "what it most probably posts about, as a model or keywords say"),
                    Column.count("videos", "its videos with views, each by its highest count"),
                    Column.count("views", "all these views"),
                    Column.number("median_views", Column.Unit.COUNT, "median of these views"),
                    Column.ratio("log_views", "mean of the natural logarithms of these views"),
                    Column.ratio("log_squares", "mean of the squares of these logarithms"),
                    Column.fraction("engagement", "likes, comments and shares by views, of all of them together"),
                    Column.number(
                            "net_sales",
                            Column.Unit.CURRENCY,
                            "sales net of refunds, in the currency of most sales; unknown where none are told"),
                    Column.text("currency", "of these sales")),
            Chart.BARS);

    @Override
    public Topic topic() {
        return TOPIC;
    }

    @Override
    public Measure measure() {
        return new Measure.Plain("views@1", "highest count of views of each video that has some", Population.VIDEOS);
    }

    @Override
    public Conclusion conclude(Evidence evidence) {
        return new Conclusion(evidence.rows(), List.of());
    }
}
