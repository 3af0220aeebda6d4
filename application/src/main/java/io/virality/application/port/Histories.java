package io.virality.application.port;

import io.virality.domain.creator.Handle;
import io.virality.domain.forecast.History;
import io.virality.domain.forecast.Metric;
import java.util.List;
import java.util.Optional;

/**
 * How creators' counts went over time, as one source told them: of several the one whose counts span the longest time, of
 * equal ones the newest, then the one to prefer.
 */
public interface Histories {

    /** Of the creator that now has the handle, maybe without any observation; empty if there is no such creator. */
    Optional<History> of(Handle handle, Metric metric);

    /**
     * Of some creators, drawn from those observed on at least {@link io.virality.domain.forecast.Forecaster#FEWEST} days: the
     * same ones as long as the store is the same.
     *
     * @param most of them
     */
    List<History> sample(Metric metric, int most);
}
