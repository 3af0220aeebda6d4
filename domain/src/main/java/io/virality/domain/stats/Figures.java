package io.virality.domain.stats;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What is known of the same units under several names: one place a unit in each column, {@code NaN} where it is not known.
 */
public final class Figures {

    /** Of nobody. */
    public static final Figures NONE = new Figures(Map.of());

    private final Map<String, double[]> columns;
    private final Map<String, Ranks> ranks = new ConcurrentHashMap<>();

    /**
     * These columns, which must not be changed any more.
     *
     * @throws IllegalArgumentException if they differ in length
     */
    public Figures(Map<String, double[]> columns) {
        if (columns.values().stream()
                        .mapToInt(column -> column.length)
                        .distinct()
                        .count()
                > 1) {
            throw new IllegalArgumentException("columns of different lengths");
        }
        this.columns = new LinkedHashMap<>(columns);
    }

    /** The names, in order. */
    public List<String> names() {
        return List.copyOf(columns.keySet());
    }

    /** How many units there are. */
    public int size() {
        return columns.values().stream()
                .mapToInt(column -> column.length)
                .findFirst()
                .orElse(0);
    }

    /** What is known under that name; nobody where it is none of the names. */
    public double[] column(String name) {
        return columns.getOrDefault(name, new double[0]).clone();
    }

    /** Whether anything is known under that name. */
    public boolean knows(String name) {
        return known(name, name) > 0;
    }

    /** Of how many units both is known. */
    public long known(String first, String second) {
        if (!columns.containsKey(first) || !columns.containsKey(second)) {
            return 0;
        }
        double[] x = columns.get(first);
        double[] y = columns.get(second);
        long known = 0;
        for (int i = 0; i < x.length; i++) {
            known += known(x, y, i) ? 1 : 0;
        }
        return known;
    }

    /** These units, followed by others of which the same is told. */
    public Figures and(Figures others) {
        Map<String, double[]> all = new LinkedHashMap<>();
        columns.forEach((name, values) -> {
            double[] more = others.columns.get(name);
            double[] both = Arrays.copyOf(values, values.length + more.length);
            System.arraycopy(more, 0, both, values.length, more.length);
            all.put(name, both);
        });
        return new Figures(all);
    }

    /** Those of the units at these places alone, in that order. */
    public Figures at(int... places) {
        Map<String, double[]> fewer = new LinkedHashMap<>();
        columns.forEach((name, values) -> fewer.put(
                name, Arrays.stream(places).mapToDouble(i -> values[i]).toArray()));
        return new Figures(fewer);
    }

    /**
     * The correlation of two columns over the units that have both; {@code NaN} where one is not known, or its values are
     * all equal.
     */
    public double correlation(Correlation.Method method, String first, String second) {
        if (!columns.containsKey(first) || !columns.containsKey(second)) {
            return Double.NaN;
        }
        return method == Correlation.Method.SPEARMAN
                ? Ranks.correlation(ranks(first), ranks(second))
                : pearson(columns.get(first), columns.get(second));
    }

    /** The order of a column. */
    public Ranks ranks(String name) {
        return ranks.computeIfAbsent(name, column -> Ranks.of(columns.get(column)));
    }

    /** By two passes, so that large values with a small spread lose nothing. */
    private static double pearson(double[] x, double[] y) {
        double n = 0;
        double sumX = 0;
        double sumY = 0;
        int first = -1;
        boolean equalX = true;
        boolean equalY = true;
        for (int i = 0; i < x.length; i++) {
            if (known(x, y, i)) {
                first = first < 0 ? i : first;
                equalX &= x[i] == x[first];
                equalY &= y[i] == y[first];
                n++;
                sumX += x[i];
                sumY += y[i];
            }
        }
        if (equalX || equalY) {
            return Double.NaN;
        }
        double meanX = sumX / n;
        double meanY = sumY / n;
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int i = 0; i < x.length; i++) {
            if (known(x, y, i)) {
                double dx = x[i] - meanX;
                double dy = y[i] - meanY;
                xx += dx * dx;
                yy += dy * dy;
                xy += dx * dy;
            }
        }
        return xy / (Math.sqrt(xx) * Math.sqrt(yy));
    }

    private static boolean known(double[] x, double[] y, int i) {
        return !Double.isNaN(x[i]) && !Double.isNaN(y[i]);
    }
}
