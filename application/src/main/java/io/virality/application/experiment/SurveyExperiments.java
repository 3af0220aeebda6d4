package io.virality.application.experiment;

import io.virality.application.Failure;
import io.virality.application.port.Experiments;
import io.virality.application.port.Transactions;
import io.virality.domain.experiment.Experiment;
import io.virality.domain.experiment.Results;
import io.virality.domain.experiment.Standing;
import io.virality.domain.experiment.Watermark;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Says of all experiments how they stand. A decision depends on nothing but the design and what was told, so it is kept until
 * either changes.
 */
public final class SurveyExperiments {

    private final Experiments experiments;
    private final Transactions transactions;
    private final Clock clock;
    private final Map<String, Standing> known = new ConcurrentHashMap<>();

    @Inject
    SurveyExperiments(Experiments experiments, Transactions transactions, Clock clock) {
        this.experiments = experiments;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** All of them, by key. */
    public List<Standing> survey() {
        return experiments.all().stream().map(this::standing).toList();
    }

    private Standing standing(Experiment experiment) {
        Watermark told = experiments.watermark(experiment);
        return known.compute(
                experiment.key(),
                (key, before) -> before != null
                                && before.experiment().equals(experiment)
                                && before.told().equals(told)
                        ? before
                        : judged(experiment, told));
    }

    private Standing judged(Experiment experiment, Watermark told) {
        if (experiment.startedAt().isEmpty()) {
            return Standing.without(experiment, 0, told);
        }
        Look look = new Look(experiments, transactions, clock, experiment, told);
        try {
            Results results = look.judge(Optional.empty(), (metric, measured) -> look.brief(measured));
            return new Standing(
                    experiment,
                    results.exposed().total(),
                    Optional.of(results.analysis().health()),
                    Optional.of(results.analysis().decision()),
                    told);
        } catch (Failure e) {
            if (e.kind() != Failure.Kind.CONFLICT) {
                throw e;
            }
            return Standing.without(experiment, look.exposed().total(), told);
        }
    }
}
