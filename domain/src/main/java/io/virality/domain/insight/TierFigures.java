package io.virality.domain.insight;

import io.virality.domain.creator.Tiers;
import io.virality.domain.stats.Figures;
import java.util.stream.IntStream;

/** The figures of all creators, or of those of one tier. */
final class TierFigures {

    /** The name of the group of all creators. */
    static final String ALL = "all";

    private TierFigures() {}

    /** Those of a group: {@link #ALL}, or a tier by the column of followers. */
    static Figures of(String group, Tiers tiers, Figures all) {
        if (ALL.equals(group)) {
            return all;
        }
        double[] followers = all.column(Quantity.FOLLOWERS.id());
        return all.at(IntStream.range(0, followers.length)
                .filter(i -> tiers.of((long) followers[i]).name().equals(group))
                .toArray());
    }
}
