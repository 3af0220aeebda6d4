package io.virality.domain.insight;

import io.virality.domain.creator.Tiers;
import io.virality.domain.engagement.RateDefinition;
import java.util.List;
import java.util.Locale;

/**
 * Which creators above a size have the highest engagement rate?
 *
 * @param definition the rate meant
 * @param minFollowers creators must have more followers than this
 * @param limit how many to name
 */
public record ViralCreators(RateDefinition definition, long minFollowers, long limit) implements Question {

    private static final Parameter MIN_FOLLOWERS = new Parameter(
            "minFollowers", Parameter.Kind.COUNT, "100000", "creators must have more followers than this");
    private static final Parameter LIMIT =
            new Parameter("limit", Parameter.Kind.LIMIT, "10", "how many creators to name");

    static final Topic TOPIC = new Topic(
            "viral-creators",
            "Which creators above a number of followers have the highest engagement rate?",
            List.of(MIN_FOLLOWERS, LIMIT, Parameter.DEFINITION),
            List.of(
                    Column.text("handle", "the creator"),
                    Column.text("nickname", "the name it shows"),
                    Column.count("followers", "its newest number of followers"),
                    Column.fraction("engagement_rate", "its engagement rate under the definition"),
                    Column.fraction("like_engagement_rate", "the part of likes in it")),
            Chart.BARS);

    static final Entry ENTRY = new Entry(TOPIC, ViralCreators::asked);

    private static ViralCreators asked(Arguments arguments, Tiers unused) {
        return new ViralCreators(arguments.definition(), arguments.number(MIN_FOLLOWERS), arguments.number(LIMIT));
    }

    @Override
    public Topic topic() {
        return TOPIC;
    }

    @Override
    public Measure measure() {
        return new Measure.Engagement(definition);
    }

    @Override
    public String words() {
        return String.format(
                Locale.ROOT, "Which creators above %,d followers have the highest engagement rate?", minFollowers);
    }

    @Override
    public Conclusion conclude(Evidence evidence) {
        long above = evidence.rows().stream()
                .filter(row -> row.number("engagement_rate") > 1)
                .count();
        return new Conclusion(evidence.rows(), above == 0 ? List.of() : List.of(Measure.aboveOne(above)));
    }
}
