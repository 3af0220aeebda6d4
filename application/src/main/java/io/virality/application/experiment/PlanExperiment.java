package io.virality.application.experiment;

import io.virality.application.Failure;
import io.virality.domain.experiment.Outlook;
import io.virality.domain.experiment.Sizing;
import jakarta.inject.Inject;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/** Says how large an experiment must be, or what it can find. */
public final class PlanExperiment {

    @Inject
    PlanExperiment() {}

    /**
     * What is asked.
     *
     * @param sizing how the experiment is to be; may throw {@code IllegalArgumentException} if none can be like that
     * @param lift that is to be found, as a part of the control's value
     * @param units that there will be
     * @param unitsPerDay how many come
     * @param days how long it may run
     */
    public record Request(
            Supplier<Sizing> sizing,
            OptionalDouble lift,
            OptionalDouble units,
            OptionalDouble unitsPerDay,
            OptionalDouble days) {}

    /**
     * What is to be expected.
     *
     * @throws Failure {@code IMPOSSIBLE_INPUT} if no experiment can be like that
     */
    public Outlook plan(Request request) {
        try {
            return Outlook.of(
                    request.sizing().get(), request.lift(), request.units(), request.unitsPerDay(), request.days());
        } catch (IllegalArgumentException e) {
            throw new Failure(Failure.Kind.IMPOSSIBLE_INPUT, e.getMessage(), e);
        }
    }
}
