package io.virality.domain.portfolio;

import java.util.List;
import java.util.stream.Collectors;

/**
 * No set keeps to all limits.
 *
 * @param constraints that no set keeps to together, though one does as soon as any of them is dropped
 */
public record Clash(List<Constraint> constraints) implements Choice {

    /** A copy is kept. */
    public Clash {
        constraints = List.copyOf(constraints);
    }

    /** In words. */
    public String words() {
        return constraints.size() == 1
                ? "no set of the candidates has " + constraints.get(0).words()
                : constraints.stream().map(Constraint::words).collect(Collectors.joining(", and "))
                        + ": not all of these can be had together, though all but any one of them can";
    }
}
