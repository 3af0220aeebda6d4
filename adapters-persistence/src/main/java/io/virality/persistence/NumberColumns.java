package io.virality.persistence;

import io.virality.domain.stats.Figures;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Numbers read row by row, kept column by column; {@code NaN} where one is not known. */
final class NumberColumns {

    private final double[][] values;
    private int size;

    NumberColumns(int columns) {
        values = new double[columns][1 << 10];
    }

    /** Reads the first columns of a row; how many of them are known. */
    int add(ResultSet row) throws SQLException {
        if (size == values[0].length) {
            for (int i = 0; i < values.length; i++) {
                values[i] = Arrays.copyOf(values[i], 2 * size);
            }
        }
        int known = 0;
        for (int i = 0; i < values.length; i++) {
            double value = row.getDouble(i + 1);
            // Only a zero can stand for nothing: to ask the driver costs as much as to read.
            boolean unknown = value == 0 && row.wasNull();
            values[i][size] = unknown ? Double.NaN : value;
            known += unknown ? 0 : 1;
        }
        size++;
        return known;
    }

    /** Forgets the row that was read last. */
    void dropLast() {
        size--;
    }

    int size() {
        return size;
    }

    Figures figures(List<String> names) {
        Map<String, double[]> columns = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            columns.put(names.get(i), Arrays.copyOf(values[i], size));
        }
        return new Figures(columns);
    }
}
