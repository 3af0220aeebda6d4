package io.virality.domain.assignment;

import io.virality.domain.assignment.Attribute.Fields;
import io.virality.domain.assignment.Attribute.Many;
import java.util.List;

/** Whom an experiment is for: a question about a unit's attributes that is answered by yes or no. */
public sealed interface Condition {

    /** Holds for everyone. */
    Condition EVERYONE = new AllOf(List.of());

    /** Whether it holds for these attributes, given the groups that are known by name. */
    boolean holds(Attribute attributes, Groups groups);

    /**
     * The condition as GrowthBook writes it, in the manner of MongoDB's queries: a path and what is asked of its value,
     * or {@code $or}, {@code $nor}, {@code $and}, {@code $not}. What it does not know never holds.
     */
    static Condition of(Fields written) {
        return new AllOf(written.fields().stream()
                .map(field -> of(field.name(), field.value()))
                .toList());
    }

    private static Condition of(String name, Attribute written) {
        return switch (name) {
            case "$or" -> new AnyOf(alternatives(written));
            case "$nor" -> new Not(new AnyOf(alternatives(written)));
            case "$and" -> new AllOf(alternatives(written));
            case "$not" -> new Not(whole(written));
            default -> new At(name, Criterion.of(written));
        };
    }

    private static List<Condition> alternatives(Attribute written) {
        return written instanceof Many many
                ? many.values().stream().map(Condition::whole).toList()
                : List.of();
    }

    private static Condition whole(Attribute written) {
        return written instanceof Fields fields ? of(fields) : EVERYONE;
    }

    /** Holds if each part does. */
    record AllOf(List<Condition> parts) implements Condition {
        @Override
        public boolean holds(Attribute attributes, Groups groups) {
            return parts.stream().allMatch(part -> part.holds(attributes, groups));
        }
    }

    /** Holds if a part does, or if there is none. */
    record AnyOf(List<Condition> parts) implements Condition {
        @Override
        public boolean holds(Attribute attributes, Groups groups) {
            return parts.isEmpty() || parts.stream().anyMatch(part -> part.holds(attributes, groups));
        }
    }

    /** Holds if the other does not. */
    record Not(Condition condition) implements Condition {
        @Override
        public boolean holds(Attribute attributes, Groups groups) {
            return !condition.holds(attributes, groups);
        }
    }

    /** Holds if the value at a path meets a criterion. */
    record At(String path, Criterion criterion) implements Condition {
        @Override
        public boolean holds(Attribute attributes, Groups groups) {
            return criterion.meets(attributes.at(path), groups);
        }
    }
}
