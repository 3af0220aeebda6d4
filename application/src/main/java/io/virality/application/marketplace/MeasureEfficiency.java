package io.virality.application.marketplace;

import io.virality.application.Failure;
import io.virality.application.port.InsightQueries;
import io.virality.domain.creator.Tiers;
import io.virality.domain.efficiency.Efficiency;
import io.virality.domain.insight.Dimension;
import io.virality.domain.insight.MarketplaceUnits;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/** Measures what spending on advertisements and creators cost and brought. */
public final class MeasureEfficiency {

    private final InsightQueries queries;
    private final Tiers tiers;

    @Inject
    MeasureEfficiency(InsightQueries queries, Tiers tiers) {
        this.queries = queries;
        this.tiers = tiers;
    }

    /**
     * What is asked.
     *
     * @param by the groups
     * @param from nothing before; empty for all
     * @param until nothing then or later; empty for all
     */
    public record Wish(Dimension by, Optional<Instant> from, Optional<Instant> until) {

        /** @throws Failure {@code INVALID_INPUT} if it ends before it begins */
        public Wish {
            if (from.isPresent() && until.isPresent() && !from.get().isBefore(until.get())) {
                throw Failure.invalid("the time asked for ends before it begins: " + from.get() + " to " + until.get());
            }
        }
    }

    /** The groups, with what they rest on. */
    public Efficiency measure(Wish wish) {
        MarketplaceUnits question = new MarketplaceUnits(wish.by(), wish.from(), wish.until(), tiers);
        return Efficiency.of(question, queries.gather(question));
    }
}
