package io.virality.domain.insight;

/**
 * A column of an answer.
 *
 * @param name its name in documents and in the statement
 * @param type what kind of value it holds
 * @param unit what the value means
 * @param computed whether it is computed outside the statement
 * @param meaning in words, for tooltips and documentation
 */
public record Column(String name, Type type, Unit unit, boolean computed, String meaning) {

    /** The kind of a value. */
    public enum Type {
        /** Words. */
        TEXT,
        /** A whole number. */
        INTEGER,
        /** A number. */
        NUMBER,
        /** Yes or no. */
        BOOLEAN,
        /** A moment in UTC. */
        TIME
    }

    /** The meaning of a value. */
    public enum Unit {
        /** A part of one: .025 is 2.5 %. */
        FRACTION,
        /** How many. */
        COUNT,
        /** Money. */
        CURRENCY,
        /** One quantity by another, without a unit. */
        RATIO,
        /** How probable so large a difference is where there is none. */
        P_VALUE,
        /** A score on a stated scale. */
        SCORE,
        /** A moment. */
        TIME,
        /** Words. */
        TEXT
    }

    static Column text(String name, String meaning) {
        return new Column(name, Type.TEXT, Unit.TEXT, false, meaning);
    }

    static Column count(String name, String meaning) {
        return new Column(name, Type.INTEGER, Unit.COUNT, false, meaning);
    }

    static Column fraction(String name, String meaning) {
        return new Column(name, Type.NUMBER, Unit.FRACTION, false, meaning);
    }

    static Column pValue(String meaning) {
        return new Column("p", Type.NUMBER, Unit.P_VALUE, true, meaning);
    }

    static Column ratio(String name, String meaning) {
        return new Column(name, Type.NUMBER, Unit.RATIO, false, meaning);
    }

    static Column number(String name, Unit unit, String meaning) {
        return new Column(name, Type.NUMBER, unit, false, meaning);
    }

    static Column time(String name, String meaning) {
        return new Column(name, Type.TIME, Unit.TIME, false, meaning);
    }

    Column computedOutside() {
        return new Column(name, type, unit, true, meaning);
    }
}
