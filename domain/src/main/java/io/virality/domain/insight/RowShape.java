package io.virality.domain.insight;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** The columns of many rows. Neither they nor the values need to be kept with each row. */
public final class RowShape {

    /** The values of a row by the places of the columns; always the same. */
    public interface Source {

        /** How many there are. */
        int size();

        /** The value at a place, as {@link Row} allows it. */
        Object at(int place);

        /** The number at a place, or {@code NaN} where there is none. */
        default double number(int place) {
            return at(place) == null ? Double.NaN : ((Number) at(place)).doubleValue();
        }
    }

    private final List<String> columns;
    private final Map<String, Integer> places = new HashMap<>();

    /** Columns in order, no two of one name. */
    public RowShape(List<String> columns) {
        this.columns = List.copyOf(columns);
        this.columns.forEach(column -> places.put(column, places.size()));
    }

    /**
     * A row with these values.
     *
     * @throws IllegalArgumentException if there are more or fewer values than columns
     */
    public Row row(Source values) {
        if (values.size() != columns.size()) {
            throw new IllegalArgumentException(values.size() + " values for " + columns.size() + " columns");
        }
        return new Row(new Values(this, values));
    }

    /** A map that cannot be changed. */
    static final class Values extends AbstractMap<String, Object> {

        private final RowShape shape;
        private final Source values;

        private Values(RowShape shape, Source values) {
            this.shape = shape;
            this.values = values;
        }

        @Override
        public Object get(Object column) {
            Integer place = shape.places.get(column);
            return place == null ? null : values.at(place);
        }

        /** As {@link Row#number}, without an object for it. */
        double number(String column) {
            Integer place = shape.places.get(column);
            return place == null ? Double.NaN : values.number(place);
        }

        @Override
        public boolean containsKey(Object column) {
            return shape.places.containsKey(column);
        }

        @Override
        public Set<Entry<String, Object>> entrySet() {
            return new AbstractSet<>() {
                @Override
                public Iterator<Entry<String, Object>> iterator() {
                    return IntStream.range(0, size())
                            .<Entry<String, Object>>mapToObj(
                                    i -> new SimpleImmutableEntry<>(shape.columns.get(i), values.at(i)))
                            .iterator();
                }

                @Override
                public int size() {
                    return shape.columns.size();
                }
            };
        }
    }
}
