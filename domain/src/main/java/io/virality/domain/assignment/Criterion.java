package io.virality.domain.assignment;

import io.virality.domain.assignment.Attribute.Fields;
import io.virality.domain.assignment.Attribute.Figure;
import io.virality.domain.assignment.Attribute.Many;
import io.virality.domain.assignment.Attribute.Text;
import io.virality.domain.assignment.Attribute.Truth;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** What is asked of one value. */
public sealed interface Criterion {

    /** Whether the value meets it. */
    boolean meets(Attribute actual, Groups groups);

    /** The criterion as GrowthBook writes it: a value to be equal to, or operators, all of which are to be met. */
    static Criterion of(Attribute written) {
        return written instanceof Fields fields && asksByOperators(fields)
                ? new Each(fields.fields().stream()
                        .map(field -> of(field.name(), field.value()))
                        .toList())
                : new Like(written, false);
    }

    private static boolean asksByOperators(Fields fields) {
        return !fields.fields().isEmpty()
                && fields.fields().stream().allMatch(field -> field.name().startsWith("$"));
    }

    private static Criterion of(String operator, Attribute expected) {
        return switch (operator) {
            case "$eq" -> new Same(expected);
            case "$ne" -> new Not(new Same(expected));
            case "$lt" -> new Compared(Order.BELOW, expected);
            case "$lte" -> new Compared(Order.AT_MOST, expected);
            case "$gt" -> new Compared(Order.ABOVE, expected);
            case "$gte" -> new Compared(Order.AT_LEAST, expected);
            case "$veq" -> new Released(Order.EQUAL, Version.of(expected));
            case "$vne" -> new Not(new Released(Order.EQUAL, Version.of(expected)));
            case "$vlt" -> new Released(Order.BELOW, Version.of(expected));
            case "$vlte" -> new Released(Order.AT_MOST, Version.of(expected));
            case "$vgt" -> new Released(Order.ABOVE, Version.of(expected));
            case "$vgte" -> new Released(Order.AT_LEAST, Version.of(expected));
            case "$exists" -> expected.truthy() ? new Not(new Same(Attribute.ABSENT)) : new Same(Attribute.ABSENT);
            case "$in" -> listed(expected, false, true);
            case "$nin" -> listed(expected, false, false);
            case "$ini" -> listed(expected, true, true);
            case "$nini" -> listed(expected, true, false);
            case "$inGroup" -> new InGroup(expected.text());
            case "$notInGroup" -> new Not(new InGroup(expected.text()));
            case "$all" -> containing(expected, false);
            case "$alli" -> containing(expected, true);
            case "$not" -> new Not(of(expected));
            case "$size" -> new Sized(of(expected));
            case "$elemMatch" -> new AnElement(elementCondition(expected));
            case "$regex" -> matching(expected, 0);
            case "$regexi" -> matching(expected, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
            case "$type" -> new OfKind(expected);
            default -> Never.NEVER;
        };
    }

    private static Criterion listed(Attribute expected, boolean ignoringCase, boolean wanted) {
        if (!(expected instanceof Many many)) {
            return Never.NEVER;
        }
        OneOf oneOf = new OneOf(many.values(), ignoringCase);
        return wanted ? oneOf : new Not(oneOf);
    }

    private static Criterion containing(Attribute expected, boolean ignoringCase) {
        if (!(expected instanceof Many many)) {
            return Never.NEVER;
        }
        return new Containing(many.values().stream()
                .map(value -> ignoringCase && value instanceof Text ? new Like(value, true) : of(value))
                .toList());
    }

    private static Criterion matching(Attribute expected, int flags) {
        if (!(expected instanceof Text text)) {
            return Never.NEVER;
        }
        try {
            return new Matching(Pattern.compile(text.value(), flags));
        } catch (PatternSyntaxException unreadable) {
            return Never.NEVER;
        }
    }

    /** An element is asked by operators itself, or, being an object, by a condition on its parts. */
    private static Criterion elementCondition(Attribute expected) {
        return expected instanceof Fields fields && !asksByOperators(fields)
                ? new Part(Condition.of(fields))
                : of(expected);
    }

    /** Which side of a comparison is asked for. */
    enum Order {
        BELOW,
        AT_MOST,
        EQUAL,
        AT_LEAST,
        ABOVE;

        boolean holds(int comparison) {
            return switch (this) {
                case BELOW -> comparison < 0;
                case AT_MOST -> comparison <= 0;
                case EQUAL -> comparison == 0;
                case AT_LEAST -> comparison >= 0;
                default -> comparison > 0;
            };
        }
    }

    /** Never met: what was asked is not understood. */
    record Never() implements Criterion {
        private static final Never NEVER = new Never();

        @Override
        public boolean meets(Attribute actual, Groups groups) {
            return false;
        }
    }

    /** Met if all are. */
    record Each(List<Criterion> criteria) implements Criterion {
        @Override
        public boolean meets(Attribute actual, Groups groups) {
            return criteria.stream().allMatch(criterion -> criterion.meets(actual, groups));
        }
    }

    /** Met if the other is not. */
    record Not(Criterion criterion) implements Criterion {
        @Override
        public boolean meets(Attribute actual, Groups groups) {
            return !criterion.meets(actual, groups);
        }
    }

    /** Equal after the actual value is converted to the kind of the expected one. */
    record Like(Attribute expected, boolean ignoringCase) implements Criterion {
        @Override
        public boolean meets(Attribute actual, Groups groups) {
            if (expected instanceof Text text) {
                return ignoringCase
                        ? new Text(actual.text()).folded().equals(text.folded())
                        : actual.text().equals(text.value());
            }
            if (expected instanceof Figure figure) {
                return actual.number() == figure.value();
            }
            if (expected instanceof Truth truth) {
                return !actual.equals(Attribute.ABSENT) && actual.truthy() == truth.value();
            }
            return actual.equals(expected);
        }
    }

    /** The same plain value. */
    record Same(Attribute expected) implements Criterion {
        @Override
        public boolean meets(Attribute actual, Groups groups) {
            return expected.same(actual);
        }
    }

    /** Before or after another: two texts by their characters, anything else as numbers. */
    record Compared(Order order, Attribute expected) implements Criterion {
        @Override
        public boolean meets(Attribute actual, Groups groups) {
            if (textual(actual) && textual(expected)) {
                return order.holds(actual.text().compareTo(expected.text()));
            }
            double one = actual.number();
            double other = expected.number();
            return !Double.isNaN(one) && !Double.isNaN(other) && order.holds(Double.compare(one, other));
        }

        private static boolean textual(Attribute value) {
            return value instanceof Text || !value.plain();
        }
    }

    /** A version before, at or after another. */
    record Released(Order order, Version expected) implements Criterion {
        @Override
        public boolean meets(Attribute actual, Groups groups) {
            return order.holds(Version.of(actual).compareTo(expected));
        }
    }

    /** One of these; of a list, at least one element is. */
    record OneOf(List<Attribute> expected, boolean ignoringCase) implements Criterion {
        @Override
        public boolean meets(Attribute actual, Groups groups) {
            return actual instanceof Many many ? many.values().stream().anyMatch(this::lists) : lists(actual);
        }

        private boolean lists(Attribute value) {
            return expected.stream()
                    .anyMatch(listed -> ignoringCase ? listed.folded().same(value.folded()) : listed.same(value));
        }
    }

    /** A member of the group of this name. */
    record InGroup(String group) implements Criterion {
        @Override
        public boolean meets(Attribute actual, Groups groups) {
            return new OneOf(groups.of(group), false).meets(actual, groups);
        }
    }

    /** A list with an element for each of these. */
    record Containing(List<Criterion> expected) implements Criterion {
        @Override
        public boolean meets(Attribute actual, Groups groups) {
            return actual instanceof Many many
                    && expected.stream().allMatch(wanted -> many.values().stream()
                            .anyMatch(element -> wanted.meets(element, groups)));
        }
    }

    /** A list whose length meets another criterion. */
    record Sized(Criterion size) implements Criterion {
        @Override
        public boolean meets(Attribute actual, Groups groups) {
            return actual instanceof Many many
                    && size.meets(new Figure(many.values().size()), groups);
        }
    }

    /** A list with an element that meets another criterion and is no zero, empty text or the like. */
    record AnElement(Criterion criterion) implements Criterion {
        @Override
        public boolean meets(Attribute actual, Groups groups) {
            return actual instanceof Many many
                    && many.values().stream().anyMatch(element -> element.truthy() && criterion.meets(element, groups));
        }
    }

    /** An object for whose parts a condition holds. */
    record Part(Condition condition) implements Criterion {
        @Override
        public boolean meets(Attribute actual, Groups groups) {
            return condition.holds(actual, groups);
        }
    }

    /** A text in which a pattern is found, before it has looked too often; texts too long are looked at in part. */
    record Matching(Pattern pattern) implements Criterion {
        @Override
        public boolean meets(Attribute actual, Groups groups) {
            try {
                return pattern.matcher(new BoundedText(actual.text())).find();
            } catch (BoundedText.Exhausted | StackOverflowError endless) {
                // A repeated group takes frames for each time; nothing but the matcher, which is gone, was halfway
                // done.
                return false;
            }
        }
    }

    /** Of this kind. */
    record OfKind(Attribute kind) implements Criterion {
        @Override
        public boolean meets(Attribute actual, Groups groups) {
            return new Text(actual.kind()).equals(kind);
        }
    }
}
