package io.virality.application.experiment;

import io.virality.application.Failure;
import io.virality.application.port.Experiments;
import io.virality.application.port.Transactions;
import io.virality.domain.experiment.Engine;
import io.virality.domain.experiment.Experiment;
import io.virality.domain.experiment.RandomizedUnit;
import io.virality.domain.experiment.Results;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;

/** Judges an experiment by what was told of it so far. */
public final class JudgeExperiment {

    /** Where creators are dealt, an effect may be that of some tiers only. */
    private static final String TIER = "tier";

    private final Experiments experiments;
    private final Transactions transactions;
    private final Clock clock;

    @Inject
    JudgeExperiment(Experiments experiments, Transactions transactions, Clock clock) {
        this.experiments = experiments;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * What is to be judged.
     *
     * @param engine instead of the design's; while the experiment runs, that is an always-valid one where the design says a
     *     fixed end
     * @param segment an attribute told with exposures, by whose values to look besides; where creators are dealt, their tier
     *     unless another one is asked for
     */
    public record Request(String key, Optional<Engine> engine, Optional<String> segment) {}

    /**
     * What it says.
     *
     * @throws Failure {@code NOT_FOUND} if there is no such experiment, {@code CONFLICT} if it has not begun, nothing was told
     *     of it yet, or the windows of all units are open yet
     */
    public Results judge(Request request) {
        Experiment experiment = Register.find(experiments, request.key());
        Look.require(experiment.startedAt().isPresent(), experiment, "it has not begun: there is nothing to judge");
        Optional<String> segment = request.segment()
                .or(() -> experiment.design().unit() == RandomizedUnit.CREATOR ? Optional.of(TIER) : Optional.empty());
        Look look = new Look(experiments, transactions, clock, experiment, experiments.watermark(experiment));
        return look.judge(request.engine(), (metric, measured) -> look.full(metric, measured, segment));
    }
}
