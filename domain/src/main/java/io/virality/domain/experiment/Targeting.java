package io.virality.domain.experiment;

import io.virality.domain.assignment.Attribute;
import io.virality.domain.assignment.Namespace;
import java.util.Optional;

/**
 * Who takes part in an experiment.
 *
 * @param coverage the share of units that do, above 0
 * @param condition on their attributes, as GrowthBook writes it; no field for everyone
 * @param namespace the share of a pool to which they must belong: experiments on other shares of it have none in common
 * @param attribute by which they are told apart
 * @param sticky whether units keep the variation that they were first exposed to, whatever becomes of the rest
 */
public record Targeting(
        double coverage, Attribute.Fields condition, Optional<Namespace> namespace, String attribute, boolean sticky) {

    /** Everyone, told apart by the attribute {@code id}. */
    public static final Targeting EVERYONE = new Targeting(1, Attribute.Fields.NONE, Optional.empty(), "id", false);

    /** @throws IllegalArgumentException if a share is none */
    public Targeting {
        if (!(coverage > 0 && coverage <= 1)) {
            throw new IllegalArgumentException("the coverage must be above 0 and at most 1, not " + coverage);
        }
        namespace.ifPresent(share -> {
            if (!(share.start() >= 0 && share.start() < share.end() && share.end() <= 1)) {
                throw new IllegalArgumentException("the share of namespace '" + share.name()
                        + "' must lie between 0 and 1, not from " + share.start() + " to " + share.end());
            }
        });
        if (attribute.isBlank()) {
            throw new IllegalArgumentException("units must be told apart by an attribute");
        }
    }
}
