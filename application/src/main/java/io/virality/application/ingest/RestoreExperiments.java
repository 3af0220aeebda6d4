package io.virality.application.ingest;

import io.virality.application.port.Experiments;
import io.virality.domain.experiment.Experiment;
import io.virality.domain.experiment.Kept;
import io.virality.domain.experiment.Kept.Counted;
import io.virality.domain.experiment.Kept.Course;
import io.virality.domain.experiment.Kept.Happened;
import io.virality.domain.experiment.Kept.Met;
import io.virality.domain.experiment.Kept.Told;
import io.virality.domain.ingest.ExperimentObservation;
import io.virality.domain.ingest.Tally;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Keeps experiments that were kept elsewhere. The caller says what is all-or-nothing.
 *
 * <p>An experiment that is here already is taken for the same if one's history begins like the other's: the longer one
 * stays. What was told of it is added to what is here.
 */
public final class RestoreExperiments {

    private final Experiments experiments;

    /**
     * What became of the pieces.
     *
     * @param tally of those that are kept now
     * @param refused why others are not
     */
    public record Restored(Tally tally, Map<ExperimentObservation, String> refused) {}

    /** What was told of one experiment at once. */
    private record Delivery(String key, Instant receivedAt) {}

    @Inject
    RestoreExperiments(Experiments experiments) {
        this.experiments = experiments;
    }

    /** Keeps pieces; an experiment comes before, or together with, what was told of it. */
    public Restored restore(List<ExperimentObservation> pieces) {
        Tally tally = Tally.NONE;
        Map<ExperimentObservation, String> refused = new LinkedHashMap<>();
        Map<Delivery, List<ExperimentObservation>> deliveries = new LinkedHashMap<>();
        for (ExperimentObservation piece : pieces) {
            if (piece.kept() instanceof Course course) {
                Optional<Tally> kept = keep(course);
                tally = tally.plus(kept.orElse(Tally.NONE));
                if (kept.isEmpty()) {
                    refused.put(piece, "another experiment of this key is here, with another history");
                }
            } else if (piece.kept() instanceof Told told) {
                deliveries
                        .computeIfAbsent(new Delivery(told.key(), told.receivedAt()), none -> new ArrayList<>())
                        .add(piece);
            }
        }
        for (Map.Entry<Delivery, List<ExperimentObservation>> delivery : deliveries.entrySet()) {
            tally = tally.plus(keep(delivery.getKey(), delivery.getValue(), refused));
        }
        return new Restored(tally, refused);
    }

    /** Empty if there is another one of that name. */
    private Optional<Tally> keep(Course course) {
        Optional<Experiment> known = experiments.find(course.key());
        if (known.isEmpty()) {
            experiments.save(course.experiment());
            complete(course);
            return Optional.of(new Tally(1, 0, 0));
        }
        if (course.isContinuedBy(known.get())) {
            if (course.experiment().equals(known.get())) {
                complete(course);
            }
            return Optional.of(new Tally(0, 0, 1));
        }
        if (!course.continues(known.get())) {
            return Optional.empty();
        }
        known.get()
                .design()
                .measuredOtherwise(course.experiment().design())
                .forEach(metric -> experiments.releaseCap(known.get(), metric));
        experiments.save(course.experiment());
        complete(course);
        return Optional.of(new Tally(0, 1, 0));
    }

    private void complete(Course course) {
        Experiment experiment = course.experiment();
        course.caps()
                .forEach(cap -> experiments.fixCap(
                        experiment, experiment.design().metric(cap.metric()).orElseThrow(), cap.cap(), cap.fixedAt()));
        Optional<Instant> before = experiments.watermark(experiment).receivedAt();
        course.receivedAt()
                .filter(told -> before.isEmpty() || told.isAfter(before.get()))
                .ifPresent(told -> experiments.receive(experiment, told));
    }

    private Tally keep(
            Delivery delivery, List<ExperimentObservation> pieces, Map<ExperimentObservation, String> refused) {
        Optional<Experiment> experiment = experiments.find(delivery.key());
        if (experiment.isEmpty()) {
            pieces.forEach(piece -> refused.put(piece, "nobody knows the experiment of which this is told"));
            return Tally.NONE;
        }
        List<Kept> fitting = new ArrayList<>();
        for (ExperimentObservation piece : pieces) {
            Optional<String> variation = variation(piece.kept());
            if (variation.isPresent()
                    && experiment.get().design().variation(variation.get()).isEmpty()) {
                refused.put(piece, "the experiment has no such variation");
            } else {
                fitting.add(piece.kept());
            }
        }
        if (fitting.isEmpty()) {
            return Tally.NONE;
        }
        long number = experiments.receive(experiment.get(), delivery.receivedAt());
        return experiments
                .recordExposures(
                        experiment.get(),
                        number,
                        of(Met.class, fitting).map(Met::exposure).toList())
                .plus(experiments.recordOutcomes(
                        experiment.get(),
                        number,
                        of(Happened.class, fitting).map(Happened::outcome).toList()))
                .plus(experiments.recordSummaries(
                        experiment.get(),
                        number,
                        of(Counted.class, fitting).map(Counted::summary).toList()));
    }

    private static Optional<String> variation(Kept kept) {
        if (kept instanceof Met met) {
            return Optional.of(met.exposure().variation());
        }
        return kept instanceof Counted counted ? Optional.of(counted.summary().variation()) : Optional.empty();
    }

    private static <T extends Kept> Stream<T> of(Class<T> kind, List<Kept> pieces) {
        return pieces.stream().filter(kind::isInstance).map(kind::cast);
    }
}
