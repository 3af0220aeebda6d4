package io.virality.domain.experiment;

import java.util.Arrays;

/**
 * Rows added up by unit. A share counts if any row of the unit does. A unit of several segments is in none; one of several
 * variations is left out and counted. May be used by several threads.
 */
public final class UnitSums {

    private static final int NONE = -1;

    private final boolean[][] flags;
    private int[] places = new int[1 << 10];
    private long[] keys = new long[1 << 9];
    private int[] variations = new int[1 << 9];
    private boolean[] crossed = new boolean[1 << 9];
    private int[][] segments;
    private int[] clusters;
    private double[][][] values;
    private int size;

    /**
     * Nothing yet.
     *
     * @param flags of each metric, of each of its variables, whether it is yes or no
     * @param dimensions how many divide units into segments
     */
    public UnitSums(boolean[][] flags, int dimensions, boolean clustered) {
        this.flags = flags;
        this.segments = new int[dimensions][keys.length];
        this.clusters = clustered ? new int[keys.length] : null;
        this.values = new double[flags.length][][];
        for (int i = 0; i < flags.length; i++) {
            values[i] = new double[flags[i].length][keys.length];
        }
    }

    /**
     * Adds some rows.
     *
     * @param units the key of each row's unit
     */
    public synchronized void add(long[] units, Units rows) {
        for (int i = 0; i < rows.size(); i++) {
            int unit = find(units[i]);
            if (unit == size) {
                begin(units[i], rows, i);
            } else {
                add(unit, rows, i);
            }
        }
    }

    private int find(long key) {
        int place = place(key);
        return places[place] == 0 ? size : places[place] - 1;
    }

    private int place(long key) {
        long mixed = key * 0x9e3779b97f4a7c15L;
        int place = (int) (mixed >>> 32) & places.length - 1;
        while (places[place] != 0 && keys[places[place] - 1] != key) {
            place = place + 1 & places.length - 1;
        }
        return place;
    }

    private void begin(long key, Units rows, int row) {
        if (size == keys.length) {
            grow();
        }
        keys[size] = key;
        variations[size] = rows.variations()[row];
        for (int d = 0; d < segments.length; d++) {
            segments[d][size] = rows.segments()[d][row];
        }
        if (clusters != null) {
            clusters[size] = rows.clusters()[row];
        }
        for (int m = 0; m < values.length; m++) {
            for (int v = 0; v < values[m].length; v++) {
                values[m][v][size] = rows.values()[m][v][row];
            }
        }
        places[place(key)] = size + 1;
        size++;
    }

    private void add(int unit, Units rows, int row) {
        crossed[unit] |= variations[unit] != rows.variations()[row];
        for (int d = 0; d < segments.length; d++) {
            if (segments[d][unit] != rows.segments()[d][row]) {
                segments[d][unit] = NONE;
            }
        }
        for (int m = 0; m < values.length; m++) {
            for (int v = 0; v < values[m].length; v++) {
                double more = rows.values()[m][v][row];
                double before = values[m][v][unit];
                if (Double.isNaN(before)) {
                    values[m][v][unit] = more;
                } else if (!Double.isNaN(more)) {
                    values[m][v][unit] = flags[m][v] ? Math.max(before, more) : before + more;
                }
            }
        }
    }

    private void grow() {
        int length = 2 * keys.length;
        keys = Arrays.copyOf(keys, length);
        variations = Arrays.copyOf(variations, length);
        crossed = Arrays.copyOf(crossed, length);
        segments = Arrays.stream(segments)
                .map(labels -> Arrays.copyOf(labels, length))
                .toArray(int[][]::new);
        clusters = clusters == null ? null : Arrays.copyOf(clusters, length);
        for (double[][] metric : values) {
            for (int v = 0; v < metric.length; v++) {
                metric[v] = Arrays.copyOf(metric[v], length);
            }
        }
        places = new int[2 * length];
        for (int i = 0; i < size; i++) {
            places[place(keys[i])] = i + 1;
        }
    }

    /** All units, without those of several variations. To be asked when all rows were added. */
    public Units units() {
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (crossed[i]) {
                continue;
            }
            variations[kept] = variations[i];
            for (int[] labels : segments) {
                labels[kept] = labels[i];
            }
            if (clusters != null) {
                clusters[kept] = clusters[i];
            }
            for (double[][] metric : values) {
                for (double[] variable : metric) {
                    variable[kept] = variable[i];
                }
            }
            kept++;
        }
        return new Units(kept, variations, segments, clusters, null, values);
    }

    /** How many units have rows of several variations. To be asked before {@link #units()}. */
    public long crossed() {
        long count = 0;
        for (int i = 0; i < size; i++) {
            count += crossed[i] ? 1 : 0;
        }
        return count;
    }
}
