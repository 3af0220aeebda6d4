package io.virality.domain.insight;

import io.virality.domain.creator.Tiers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Which creators grow fastest?
 *
 * @param minFollowers creators must have had more followers than this at their first count
 * @param minDays their first and newest count by one source must be so many days apart, and no fewer than the measure asks for
 * @param limit how many to name
 */
public record FastestGrowing(long minFollowers, long minDays, long limit) implements Question {

    private static final Parameter MIN_FOLLOWERS = new Parameter(
            "minFollowers",
            Parameter.Kind.COUNT,
            "10000",
            "creators must have had more followers than this at their first count");
    private static final Parameter MIN_DAYS = new Parameter(
            "minDays",
            Parameter.Kind.COUNT,
            String.valueOf(Measure.FollowerGrowth.SHORTEST_DAYS),
            "their first and newest count must be so many days apart");
    private static final Parameter LIMIT =
            new Parameter("limit", Parameter.Kind.LIMIT, "10", "how many creators to name");

    static final Topic TOPIC = new Topic(
            "fastest-growing",
            "Which creators gain followers fastest?",
            List.of(MIN_FOLLOWERS, MIN_DAYS, LIMIT),
            List.of(
                    Column.text("handle", "the creator"),
                    Column.text("nickname", "the name it shows"),
                    Column.count("first_followers", "its first count of followers, by the source that is compared"),
                    Column.count("followers", "its newest count of followers by that source"),
                    Column.fraction("growth", "growth of its followers in 30 days"),
                    Column.number("days", Column.Unit.COUNT, "days between the two counts")),
            Chart.BARS);

    static final Entry ENTRY = new Entry(TOPIC, FastestGrowing::asked);

    /** The span asked for, if the measure allows it. */
    public FastestGrowing {
        minDays = Math.max(minDays, Measure.FollowerGrowth.SHORTEST_DAYS);
    }

    private static FastestGrowing asked(Arguments arguments, Tiers unused) {
        return new FastestGrowing(arguments.number(MIN_FOLLOWERS), arguments.number(MIN_DAYS), arguments.number(LIMIT));
    }

    @Override
    public Topic topic() {
        return TOPIC;
    }

    @Override
    public Measure measure() {
        return new Measure.FollowerGrowth();
    }

    @Override
    public String words() {
        return String.format(
                Locale.ROOT, "Which creators that had more than %,d followers gain followers fastest?", minFollowers);
    }

    @Override
    public Conclusion conclude(Evidence evidence) {
        List<String> caveats = new ArrayList<>(Measure.FollowerGrowth.CAVEATS);
        caveats.add("the first of a ranking grew fastest partly by luck: expect it to grow less from now on");
        return new Conclusion(evidence.rows(), caveats);
    }
}
