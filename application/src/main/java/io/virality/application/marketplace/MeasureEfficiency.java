package io.virality.application.marketplace;

import io.virality.application.Failure;
import io.virality.application.experiment.JudgeExperiment;
import io.virality.application.port.Experiments;
import io.virality.application.port.InsightQueries;
import io.virality.domain.creator.Tiers;
import io.virality.domain.efficiency.Efficiency;
import io.virality.domain.efficiency.MeasuredSales;
import io.virality.domain.efficiency.Returns;
import io.virality.domain.experiment.Experiment;
import io.virality.domain.experiment.Results;
import io.virality.domain.insight.Dimension;
import io.virality.domain.insight.MarketplaceUnits;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Measures what spending on advertisements and creators cost and brought. */
public final class MeasureEfficiency {

    private final InsightQueries queries;
    private final Tiers tiers;

    private final Experiments experiments;
    private final JudgeExperiment judgeExperiment;

    @Inject
    MeasureEfficiency(InsightQueries queries, Tiers tiers, Experiments experiments, JudgeExperiment judgeExperiment) {
        this.queries = queries;
        this.experiments = experiments;
        this.judgeExperiment = judgeExperiment;
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

    /** The groups, with what they rest on, and what experiments say of them. */
    public Efficiency measure(Wish wish) {
        MarketplaceUnits question = new MarketplaceUnits(wish.by(), wish.from(), wish.until(), tiers);
        return Efficiency.of(question, queries.gather(question), measured());
    }

    private Map<String, List<Returns.Number>> measured() {
        Map<String, List<Returns.Number>> measured = new HashMap<>();
        for (Experiment experiment : experiments.all()) {
            if (experiment.startedAt().isPresent() && MeasuredSales.tells(experiment.design())) {
                judged(experiment.key())
                        .ifPresent(results -> measured.put(experiment.key(), MeasuredSales.of(results)));
            }
        }
        return measured;
    }

    /** Of an experiment of which nothing was told yet nobody knows anything. */
    private Optional<Results> judged(String key) {
        try {
            return Optional.of(
                    judgeExperiment.judge(new JudgeExperiment.Request(key, Optional.empty(), Optional.empty())));
        } catch (Failure e) {
            if (e.kind() != Failure.Kind.CONFLICT) {
                throw e;
            }
            return Optional.empty();
        }
    }
}
