package io.virality.application.experiment;

import io.virality.application.Failure;
import io.virality.application.Suggestion;
import io.virality.application.port.Experiments;
import io.virality.application.port.Transactions;
import io.virality.domain.experiment.Experiment;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/** Does something to an experiment, all or nothing. */
final class Register {

    private final Experiments experiments;
    private final Transactions transactions;

    Register(Experiments experiments, Transactions transactions) {
        this.experiments = experiments;
        this.transactions = transactions;
    }

    /**
     * The experiment after it was done.
     *
     * @throws Failure {@code NOT_FOUND} if there is no such experiment, {@code CONFLICT} if it cannot be done to it
     */
    public Experiment replace(String key, UnaryOperator<Experiment> what) {
        AtomicReference<Experiment> after = new AtomicReference<>();
        transactions.run(() -> {
            after.set(done(find(experiments, key), what));
            experiments.save(after.get());
        });
        return after.get();
    }

    private static Experiment done(Experiment experiment, UnaryOperator<Experiment> what) {
        try {
            return what.apply(experiment);
        } catch (IllegalStateException e) {
            throw new Failure(Failure.Kind.CONFLICT, e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new Failure(Failure.Kind.IMPOSSIBLE_INPUT, e.getMessage(), e);
        }
    }

    static Experiment find(Experiments experiments, String key) {
        return experiments.find(key).orElseThrow(() -> {
            List<String> known = experiments.all().stream().map(Experiment::key).toList();
            return Failure.notFound("there is no experiment '" + key + "'"
                    + Suggestion.nearest(key, known)
                            .map(near -> "; did you mean '" + near + "'?")
                            .orElse(""));
        });
    }
}
