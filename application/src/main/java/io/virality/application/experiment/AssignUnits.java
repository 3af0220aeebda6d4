package io.virality.application.experiment;

import io.virality.application.Failure;
import io.virality.application.port.Experiments;
import io.virality.domain.assignment.Assignment;
import io.virality.domain.assignment.Attribute;
import io.virality.domain.assignment.ServedExperiment.Status;
import io.virality.domain.assignment.Serving;
import io.virality.domain.assignment.StickyBuckets;
import io.virality.domain.assignment.Subject;
import io.virality.domain.experiment.Design;
import io.virality.domain.experiment.Experiment;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Deals variations out: the same to the same unit, whoever asks. */
public final class AssignUnits {

    private final Experiments experiments;

    @Inject
    AssignUnits(Experiments experiments) {
        this.experiments = experiments;
    }

    /**
     * What units get, in their order. Of an experiment that is not running nobody takes part.
     *
     * @param units what is known of each
     * @throws Failure {@code NOT_FOUND} if there is no such experiment
     */
    public List<Assignment> assign(String key, List<Attribute.Fields> units) {
        Experiment experiment = Register.find(experiments, key);
        Design design = experiment.design();
        Optional<StickyBuckets> kept =
                design.targeting().sticky() ? Optional.of(kept(experiment, units)) : Optional.empty();
        Status status = experiment.state() == Experiment.State.RUNNING ? Status.RUNNING : Status.INACTIVE;
        return units.stream()
                .map(unit -> Serving.PLAIN.assign(design.served(status), new Subject(unit, "", Map.of(), kept)))
                .toList();
    }

    /** What units were exposed to is what they keep. */
    private StickyBuckets kept(Experiment experiment, List<Attribute.Fields> units) {
        String attribute = experiment.design().targeting().attribute();
        List<String> names =
                units.stream().map(unit -> unit.named(attribute).text()).toList();
        Map<StickyBuckets.Owner, Map<String, String>> kept = new HashMap<>();
        experiments
                .exposedTo(experiment, names)
                .forEach((unit, variation) -> kept.put(
                        new StickyBuckets.Owner(attribute, unit),
                        Map.of(StickyBuckets.bucket(experiment.key(), 0), variation)));
        return new StickyBuckets(kept);
    }
}
