package io.virality.domain.insight;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** The columns of many rows, which need not be kept with each of them. */
public final class RowShape {

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
     * @param values one for each column, as {@link Row} allows them; must not be changed any more
     * @throws IllegalArgumentException if there are more or fewer values than columns
     */
    public Row row(Object... values) {
        if (values.length != columns.size()) {
            throw new IllegalArgumentException(values.length + " values for " + columns.size() + " columns");
        }
        return new Row(new Values(this, values));
    }

    /** A map that cannot be changed. */
    static final class Values extends AbstractMap<String, Object> {

        private final RowShape shape;
        private final Object[] values;

        private Values(RowShape shape, Object[] values) {
            this.shape = shape;
            this.values = values;
        }

        @Override
        public Object get(Object column) {
            Integer place = shape.places.get(column);
            return place == null ? null : values[place];
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
                    return IntStream.range(0, values.length)
                            .<Entry<String, Object>>mapToObj(
                                    i -> new SimpleImmutableEntry<>(shape.columns.get(i), values[i]))
                            .iterator();
                }

                @Override
                public int size() {
                    return values.length;
                }
            };
        }
    }
}
