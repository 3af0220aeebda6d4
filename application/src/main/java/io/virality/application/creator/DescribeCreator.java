package io.virality.application.creator;

import io.virality.application.Failure;
import io.virality.application.port.CategoryPredictions;
import io.virality.application.port.Creators;
import io.virality.application.port.Snapshots;
import io.virality.domain.category.CategoryPrediction;
import io.virality.domain.creator.Creator;
import io.virality.domain.creator.Handle;
import io.virality.domain.creator.Snapshot;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Tells all about one creator. */
public final class DescribeCreator {

    private final Creators creators;
    private final Snapshots snapshots;
    private final CategoryPredictions predictions;

    /**
     * A creator and its history.
     *
     * @param creator its current state
     * @param history its snapshots, oldest first
     * @param predicted what it probably posts about; empty if nobody asked yet
     */
    public record Description(Creator creator, List<Snapshot> history, Optional<CategoryPrediction> predicted) {}

    @Inject
    DescribeCreator(Creators creators, Snapshots snapshots, CategoryPredictions predictions) {
        this.creators = creators;
        this.snapshots = snapshots;
        this.predictions = predictions;
    }

    /**
     * The creator that now has the handle.
     *
     * @throws Failure {@code NOT_FOUND} if there is none
     */
    public Description describe(Handle handle) {
        Creator creator = creators.find(handle)
                .orElseThrow(() -> Failure.notFound("no creator @" + handle.name() + " on "
                        + handle.platform().id()));
        return new Description(creator, snapshots.of(handle), predictions.of(handle));
    }
}
