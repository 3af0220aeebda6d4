package io.virality.persistence;

import io.virality.domain.experiment.Units;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Consumer;

/** Gathers rows of units into columns, and shows these whenever they are full. */
final class UnitBatch {

    private static final int SIZE = 4096;

    private final int[] variations = new int[SIZE];
    private final int[] clusters = new int[SIZE];
    private final double[][] values;
    private final Consumer<Units> shown;
    private int size;
    private int cluster;

    UnitBatch(int variables, Consumer<Units> shown) {
        this.values = new double[variables][SIZE];
        this.shown = shown;
    }

    /** Whose variables begin in the second column. */
    void add(int variation, ResultSet row) throws SQLException {
        variations[size] = variation;
        clusters[size] = cluster++;
        for (int i = 0; i < values.length; i++) {
            values[i][size] = row.getDouble(i + 2);
        }
        size++;
        if (size == SIZE) {
            show();
        }
    }

    void show() {
        shown.accept(new Units(size, variations, new int[0][], clusters, null, new double[][][] {values}));
        size = 0;
    }
}
