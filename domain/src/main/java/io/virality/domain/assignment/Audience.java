package io.virality.domain.assignment;

import java.util.List;
import java.util.Optional;

/**
 * Whom an experiment is for.
 *
 * @param filters all of which must let the unit pass
 * @param namespace the share of a pool to which the unit must belong
 * @param condition on the unit's attributes
 * @param prerequisites on other features
 */
public record Audience(
        List<BucketFilter> filters,
        Optional<Namespace> namespace,
        Condition condition,
        List<Prerequisite> prerequisites) {

    /** Everyone. */
    public static final Audience EVERYONE = new Audience(List.of(), Optional.empty(), Condition.EVERYONE, List.of());

    /** Keeps its own copies. */
    public Audience {
        filters = List.copyOf(filters);
        prerequisites = List.copyOf(prerequisites);
    }
}
