package io.virality.domain.assignment;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is known of a unit, or asked of it: a value as JSON has it, which converts between kinds as ECMAScript does,
 * because the clients that must agree with us do. Two are equal exactly when they are written alike in JSON.
 */
public sealed interface Attribute {

    /** What is not known. */
    Attribute ABSENT = new Absent();

    /** Whether ECMAScript takes it for true. */
    boolean truthy();

    /** It as a text, as ECMAScript's {@code String(value)}. */
    String text();

    /** It as a number, as ECMAScript's {@code Number(value)}; NaN where it is none. */
    double number();

    /** Its kind, as {@code $type} names it. */
    String kind();

    /** Whether both are the same plain value of the same kind; lists and objects are never the same. */
    default boolean same(Attribute other) {
        return plain() && equals(other);
    }

    /** Whether it is neither a list nor an object. */
    default boolean plain() {
        return true;
    }

    /** It with a text in lower case; anything else as it is. */
    default Attribute folded() {
        return this;
    }

    /** The value at a path whose parts are separated by dots; absent if there is none. */
    default Attribute at(String path) {
        Attribute reached = this;
        for (String part : path.split("\\.", -1)) {
            reached = reached.child(part).orElse(ABSENT);
        }
        return reached;
    }

    /** The part of it with this name, if it has parts and one has it. */
    default Optional<Attribute> child(String name) {
        return Optional.empty();
    }

    /** Nothing: JSON's null, and what is missing. */
    record Absent() implements Attribute {
        @Override
        public boolean truthy() {
            return false;
        }

        @Override
        public String text() {
            return "null";
        }

        @Override
        public double number() {
            return 0;
        }

        @Override
        public String kind() {
            return "null";
        }
    }

    /** A text. */
    record Text(String value) implements Attribute {
        @Override
        public boolean truthy() {
            return !value.isEmpty();
        }

        @Override
        public String text() {
            return value;
        }

        @Override
        public double number() {
            String digits = value.strip();
            if (digits.isEmpty()) {
                return 0;
            }
            if (digits.matches("0[xX][0-9a-fA-F]{1,15}")) {
                return Long.parseLong(digits.substring(2), 16);
            }
            if (digits.matches("[+-]?(Infinity|(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?)")) {
                return Double.parseDouble(digits);
            }
            return Double.NaN;
        }

        @Override
        public String kind() {
            return "string";
        }

        @Override
        public Attribute folded() {
            return new Text(value.toLowerCase(Locale.ROOT));
        }
    }

    /** A number. */
    record Figure(double value) implements Attribute {

        /** Zero has one sign, as in JSON. */
        public Figure {
            value = value == 0 ? 0 : value;
        }

        @Override
        public boolean truthy() {
            return value != 0 && !Double.isNaN(value);
        }

        /** The shortest digits that tell it from every other number, with an exponent below 1e-6 and from 1e21. */
        @Override
        public String text() {
            if (value == 0) {
                return "0";
            }
            if (Double.isNaN(value) || Double.isInfinite(value)) {
                return Double.toString(value);
            }
            BigDecimal digits = shortest();
            int exponent = digits.precision() - digits.scale() - 1;
            if (exponent >= -6 && exponent < 21) {
                return digits.toPlainString();
            }
            String significant = digits.unscaledValue().abs().toString();
            String fraction = significant.length() > 1 ? "." + significant.substring(1) : "";
            return (value < 0 ? "-" : "")
                    + significant.charAt(0)
                    + fraction
                    + (exponent < 0 ? "e-" : "e+")
                    + Math.abs(exponent);
        }

        private BigDecimal shortest() {
            BigDecimal exact = new BigDecimal(value);
            int digits = 1;
            while (exact.round(new MathContext(digits)).doubleValue() != value) {
                digits++;
            }
            return exact.round(new MathContext(digits)).stripTrailingZeros();
        }

        @Override
        public double number() {
            return value;
        }

        @Override
        public String kind() {
            return "number";
        }
    }

    /** Yes or no. */
    record Truth(boolean value) implements Attribute {
        @Override
        public boolean truthy() {
            return value;
        }

        @Override
        public String text() {
            return Boolean.toString(value);
        }

        @Override
        public double number() {
            return value ? 1 : 0;
        }

        @Override
        public String kind() {
            return "boolean";
        }
    }

    /** A list of values. */
    record Many(List<Attribute> values) implements Attribute {

        /** Keeps its own copy. */
        public Many {
            values = List.copyOf(values);
        }

        @Override
        public boolean truthy() {
            return true;
        }

        @Override
        public String text() {
            return values.stream()
                    .map(value -> value instanceof Absent ? "" : value.text())
                    .collect(Collectors.joining(","));
        }

        @Override
        public double number() {
            return new Text(text()).number();
        }

        @Override
        public String kind() {
            return "array";
        }

        @Override
        public boolean plain() {
            return false;
        }

        @Override
        public Optional<Attribute> child(String name) {
            return name.matches("\\d{1,9}") && Integer.parseInt(name) < values.size()
                    ? Optional.of(values.get(Integer.parseInt(name)))
                    : Optional.empty();
        }
    }

    /** Named values, in their order. */
    record Fields(List<Field> fields) implements Attribute {

        /** Nothing known. */
        public static final Fields NONE = new Fields(List.of());

        /** Keeps its own copy. */
        public Fields {
            fields = List.copyOf(fields);
        }

        @Override
        public boolean truthy() {
            return true;
        }

        @Override
        public String text() {
            return "[object Object]";
        }

        @Override
        public double number() {
            return Double.NaN;
        }

        @Override
        public String kind() {
            return "object";
        }

        @Override
        public boolean plain() {
            return false;
        }

        @Override
        public Optional<Attribute> child(String name) {
            return fields.stream()
                    .filter(field -> field.name().equals(name))
                    .map(Field::value)
                    .findFirst();
        }

        /** The value of exactly this name, or else at the path it spells; absent if there is neither. */
        public Attribute named(String name) {
            return child(name).orElseGet(() -> at(name));
        }
    }

    /** One named value. */
    record Field(String name, Attribute value) {}
}
