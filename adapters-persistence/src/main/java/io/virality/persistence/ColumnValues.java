package io.virality.persistence;

import io.virality.domain.insight.Column;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The values of one column, read row by row. Numbers are kept without an object for each: of a hundred thousand rows these
 * would cost the collector more time than the statement takes.
 */
interface ColumnValues {

    static ColumnValues of(Column.Type type) {
        return switch (type) {
            case TEXT, TIME -> new Texts();
            case INTEGER -> new WholeNumbers();
            case NUMBER -> new Numbers();
            case BOOLEAN -> new Flags();
        };
    }

    /** Reads the value of the next row. */
    void add(ResultSet row, int place) throws SQLException;

    /** The value of a row, or {@code null}. */
    Object at(int row);

    /** The number of a row, or {@code NaN}. */
    default double number(int row) {
        return at(row) == null ? Double.NaN : ((Number) at(row)).doubleValue();
    }

    /** Whether nothing is known. Only a zero can stand for that: to ask the driver costs as much as to read. */
    private static boolean unknown(boolean zero, ResultSet row) throws SQLException {
        return zero && row.wasNull();
    }

    /** A text that is told of many rows is kept once. Where there are too many texts, most are told of one row. */
    final class Texts implements ColumnValues {

        private static final int FEW = 1_000;

        private final List<String> values = new ArrayList<>();
        private final Map<String, String> told = new HashMap<>();

        @Override
        public void add(ResultSet row, int place) throws SQLException {
            // The driver takes longer to make a text of them itself.
            byte[] bytes = row.getBytes(place);
            String value = bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
            String known = told.size() < FEW ? told.putIfAbsent(value, value) : null;
            values.add(known == null ? value : known);
        }

        @Override
        public Object at(int row) {
            return values.get(row);
        }
    }

    /** Whole numbers. */
    final class WholeNumbers implements ColumnValues {

        private final BitSet unknown = new BitSet();
        private long[] values = new long[1 << 4];
        private int size;

        @Override
        public void add(ResultSet row, int place) throws SQLException {
            if (size == values.length) {
                values = Arrays.copyOf(values, 2 * size);
            }
            values[size] = row.getLong(place);
            unknown.set(size, unknown(values[size] == 0, row));
            size++;
        }

        @Override
        public Object at(int row) {
            return unknown.get(row) ? null : values[row];
        }

        @Override
        public double number(int row) {
            return unknown.get(row) ? Double.NaN : values[row];
        }
    }

    /** Numbers. */
    final class Numbers implements ColumnValues {

        private double[] values = new double[1 << 4];
        private int size;

        @Override
        public void add(ResultSet row, int place) throws SQLException {
            if (size == values.length) {
                values = Arrays.copyOf(values, 2 * size);
            }
            double value = row.getDouble(place);
            values[size++] = unknown(value == 0, row) ? Double.NaN : value;
        }

        @Override
        public Object at(int row) {
            return Double.isNaN(values[row]) ? null : values[row];
        }

        @Override
        public double number(int row) {
            return values[row];
        }
    }

    /** Yes or no. */
    final class Flags implements ColumnValues {

        private final List<Boolean> values = new ArrayList<>();

        @Override
        public void add(ResultSet row, int place) throws SQLException {
            boolean value = row.getBoolean(place);
            values.add(unknown(!value, row) ? null : (Boolean) value);
        }

        @Override
        public Object at(int row) {
            return values.get(row);
        }
    }
}
