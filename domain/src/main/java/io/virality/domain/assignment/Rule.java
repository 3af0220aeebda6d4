package io.virality.domain.assignment;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** How a feature gets its value, for those whom it concerns. */
public sealed interface Rule {

    /** Its name, empty if it has none. */
    String id();

    /** What must hold of other features. */
    List<Prerequisite> prerequisites();

    /** All of which must let the unit pass. */
    List<BucketFilter> filters();

    /** One value for everyone concerned. */
    record Forced(
            String id,
            List<Prerequisite> prerequisites,
            List<BucketFilter> filters,
            Condition condition,
            Rollout rollout,
            Attribute value)
            implements Rule {}

    /** The value of the variation that an experiment deals out. */
    record Tested(String id, List<Prerequisite> prerequisites, List<BucketFilter> filters, ServedExperiment experiment)
            implements Rule {}

    /** Nothing but its prerequisites. */
    record Gate(String id, List<Prerequisite> prerequisites, List<BucketFilter> filters) implements Rule {}

    /**
     * The share of units that get a forced value.
     *
     * @param range the buckets of the units that do; the coverage does not count then
     * @param coverage their share; everyone's if neither is given
     */
    record Rollout(Hashing hashing, Optional<BucketRange> range, OptionalDouble coverage) {

        boolean includes(Subject subject) {
            if (range.isEmpty() && coverage.isEmpty()) {
                return true;
            }
            if (range.isEmpty() && coverage.getAsDouble() == 0) {
                return false;
            }
            Hashed hashed = Hashed.of(subject, hashing, true);
            OptionalDouble bucket = hashed.bucket(hashing);
            return bucket.isPresent()
                    && range.map(buckets -> buckets.contains(bucket.getAsDouble()))
                            .orElseGet(() -> bucket.getAsDouble() <= coverage.getAsDouble());
        }
    }
}
