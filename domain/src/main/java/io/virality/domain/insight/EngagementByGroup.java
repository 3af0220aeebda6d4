package io.virality.domain.insight;

import io.virality.domain.creator.Tiers;
import io.virality.domain.engagement.RateDefinition;
import io.virality.domain.stats.Interval;
import io.virality.domain.stats.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How does engagement differ between groups of creators: size tiers or regions?
 *
 * @param topic the catalogue's entry
 * @param definition the rate meant
 * @param tiers the tiers to group by; empty to group by region
 * @param minimum fewer creators than this in a group allow no interval
 * @param seed of the bootstrap
 */
public record EngagementByGroup(Topic topic, RateDefinition definition, Optional<Tiers> tiers, long minimum, long seed)
        implements Question {

    /** More replicates than this change the interval by less than its own rounding. */
    private static final int REPLICATES = 2_000;

    static final Topic BY_TIER = topic(
            "engagement-by-tier",
            "How does the engagement rate differ between creator tiers?",
            "tier",
            "size class by followers");
    static final Topic BY_REGION = topic(
            "engagement-by-region",
            "How does the engagement rate differ between regions?",
            "region",
            "country of the account, not of the audience");

    static EngagementByGroup byTier(Arguments arguments, Tiers tiers) {
        return asked(BY_TIER, arguments, Optional.of(tiers));
    }

    static EngagementByGroup byRegion(Arguments arguments) {
        return asked(BY_REGION, arguments, Optional.empty());
    }

    private static EngagementByGroup asked(Topic topic, Arguments arguments, Optional<Tiers> tiers) {
        return new EngagementByGroup(
                topic,
                arguments.definition(),
                tiers,
                arguments.number(Parameter.MINIMUM),
                arguments.number(Parameter.SEED));
    }

    private static Topic topic(String id, String question, String group, String meaning) {
        return new Topic(
                id,
                question,
                List.of(Parameter.MINIMUM, Parameter.DEFINITION, Parameter.SEED),
                List.of(
                        Column.text(group, meaning),
                        Column.count("n", "creators with a rate"),
                        Column.fraction("mean", "mean engagement rate"),
                        Column.fraction("q1", "a quarter of the creators lie below (type 7)"),
                        Column.fraction("median", "half of the creators lie below (type 7)"),
                        Column.fraction("q3", "three quarters of the creators lie below (type 7)"),
                        Column.fraction("low", "lower end of the median's 95 % bootstrap interval")
                                .computedOutside(),
                        Column.fraction("high", "upper end of the median's 95 % bootstrap interval")
                                .computedOutside(),
                        Column.text("note", "why there is no interval").computedOutside()),
                Chart.DOTS_WITH_INTERVALS);
    }

    @Override
    public Conclusion conclude(Evidence evidence) {
        String group = topic.columns().get(0).name();
        List<Row> rows = new ArrayList<>();
        int small = 0;
        for (Row row : evidence.rows()) {
            if (row.count("n") < minimum || row.count("n") < 2) {
                small++;
                rows.add(row.with("low", null)
                        .with("high", null)
                        .with("note", "n below " + Math.max(minimum, 2) + ": too few for an interval"));
            } else {
                Sample sample = evidence.samples().get(row.text(group));
                Interval interval = sample.medianInterval(Interval.USUAL_CONFIDENCE, REPLICATES, seed);
                rows.add(row.with("low", interval.low())
                        .with("high", interval.high())
                        .with("note", null));
            }
        }
        List<String> caveats = new ArrayList<>();
        if (small > 0) {
            caveats.add(small + " of " + rows.size() + " groups have fewer than " + Math.max(minimum, 2)
                    + " creators: their figures are shown without an interval and should not be ranked");
        }
        if (tiers.isEmpty()) {
            caveats.add("region is the country of the account, not of its audience");
        }
        return new Conclusion(rows, caveats);
    }
}
