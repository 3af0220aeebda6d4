package io.virality.domain.insight;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One row of an answer: values by column, in order. A value is a {@link String}, {@link Long}, {@link Double}, {@link
 * Boolean}, or {@code null} where there is none.
 *
 * @param values the values
 */
public record Row(Map<String, Object> values) {

    /** A copy of the values is kept, in their order. */
    public Row {
        values = values instanceof RowShape.Values ? values : Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** The text in a column, or {@code null}. */
    public String text(String column) {
        return (String) values.get(column);
    }

    /**
     * The whole number in a column.
     *
     * @throws NullPointerException if there is none
     */
    public long count(String column) {
        return ((Number) values.get(column)).longValue();
    }

    /** The number in a column, or {@code NaN} where there is none. */
    public double number(String column) {
        if (values instanceof RowShape.Values kept) {
            return kept.number(column);
        }
        Object value = values.get(column);
        return value == null ? Double.NaN : ((Number) value).doubleValue();
    }

    /** This row with one more value, or another one in its place. */
    public Row with(String column, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(values);
        more.put(column, value);
        return new Row(more);
    }
}
