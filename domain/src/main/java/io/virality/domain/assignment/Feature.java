package io.virality.domain.assignment;

import java.util.List;
import java.util.Optional;

/** Something that has a value for each unit: that of the first rule which concerns it, or else the usual one. */
public record Feature(Attribute usual, List<Rule> rules) {

    /** Keeps its own copy. */
    public Feature {
        rules = List.copyOf(rules);
    }

    /** The value of a feature for one unit. */
    public record Answer(Attribute value, Source source, String rule, Optional<Assignment> assignment) {

        /** Whether the value counts as on. */
        public boolean on() {
            return value.truthy();
        }
    }

    /** Where a value is from. */
    public enum Source {
        /** Nowhere: no such feature. */
        UNKNOWN_FEATURE,
        /** The feature's usual value. */
        DEFAULT_VALUE,
        /** A rule that forces a value. */
        FORCE,
        /** A variation of an experiment. */
        EXPERIMENT,
        /** Nowhere: a prerequisite does not hold. */
        PREREQUISITE,
        /** Nowhere: features are prerequisites of each other. */
        CYCLIC_PREREQUISITE
    }
}
