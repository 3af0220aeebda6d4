package io.virality.application.forecast;

import io.virality.application.Failure;
import io.virality.application.port.Models;
import io.virality.domain.forecast.GrowthDrivers;
import io.virality.domain.model.ModelKind;
import jakarta.inject.Inject;

/** Tells what goes with growth, as it was learnt last. */
public final class DescribeDrivers {

    private final Models models;

    @Inject
    DescribeDrivers(Models models) {
        this.models = models;
    }

    /**
     * The drivers.
     *
     * @throws Failure {@code NOT_FOUND} if nothing was learnt yet
     */
    public GrowthDrivers describe() {
        return models.newest(ModelKind.GROWTH)
                .map(GrowthDrivers::of)
                .orElseThrow(
                        () -> Failure.notFound("nothing has been learnt of growth yet: 'virality drivers' does it"));
    }
}
