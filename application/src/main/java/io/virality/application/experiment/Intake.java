package io.virality.application.experiment;

import io.virality.application.Failure;
import io.virality.application.port.Experiments;
import io.virality.application.port.Transactions;
import io.virality.domain.experiment.Experiment;
import io.virality.domain.experiment.Line;
import io.virality.domain.experiment.Receipt;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Takes in what is told of an experiment: all of a delivery, or nothing of it. */
final class Intake {

    private static final int BATCH = 1_000;

    private final Experiments experiments;
    private final Transactions transactions;
    private final Clock clock;

    Intake(Experiments experiments, Transactions transactions, Clock clock) {
        this.experiments = experiments;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What is done with rows of one kind. */
    interface Rules<T> {

        /** Why nothing of this kind can be told of the experiment now, if so. */
        Optional<String> closed(Experiment experiment);

        /** Why a row cannot be, if so. */
        Optional<String> wrong(Experiment experiment, T row);

        /** Keeps rows. */
        void keep(Experiment experiment, long delivery, List<T> rows);

        /** What whoever sent the rows should know. */
        List<String> notes(Experiment experiment);
    }

    /**
     * What was taken in.
     *
     * @throws Failure {@code NOT_FOUND}, {@code CONFLICT} if nothing can be told now, {@code IMPOSSIBLE_INPUT} that names
     *     the line which cannot be
     */
    public <T> Receipt take(String key, Iterator<Line<T>> lines, Rules<T> rules) {
        AtomicReference<Receipt> receipt = new AtomicReference<>();
        transactions.run(() -> {
            Experiment experiment = Register.find(experiments, key);
            rules.closed(experiment).ifPresent(why -> {
                throw new Failure(Failure.Kind.CONFLICT, "experiment '" + key + "': " + why);
            });
            long delivery = experiments.receive(experiment, clock.instant());
            long rows = 0;
            List<T> batch = new ArrayList<>(BATCH);
            while (lines.hasNext()) {
                Line<T> line = lines.next();
                rules.wrong(experiment, line.told()).ifPresent(why -> {
                    throw new Failure(Failure.Kind.IMPOSSIBLE_INPUT, "line " + line.number() + ": " + why);
                });
                batch.add(line.told());
                rows++;
                if (batch.size() == BATCH) {
                    rules.keep(experiment, delivery, batch);
                    batch = new ArrayList<>(BATCH);
                }
            }
            rules.keep(experiment, delivery, batch);
            receipt.set(new Receipt(delivery, rows, rules.notes(experiment)));
        });
        return receipt.get();
    }

    /** Why a row cannot be told of this variation, if so. */
    static Optional<String> unknown(Experiment experiment, String variation) {
        return experiment.design().variation(variation).isPresent()
                ? Optional.empty()
                : Optional.of("there is no variation '" + variation + "'; there are "
                        + String.join(
                                ", ",
                                experiment.design().variations().stream()
                                        .map(known -> known.key())
                                        .toList()));
    }
}
