package io.virality.application.forecast;

import io.virality.application.forecast.ForecastSeries.Source;
import io.virality.application.port.Tables;
import io.virality.application.port.Tables.Batch;
import io.virality.application.port.Tables.Column;
import io.virality.application.port.Tables.Type;
import io.virality.domain.forecast.DailySeries;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Reads a table's rows and sorts them into series. */
final class SeriesTable {

    private static final int TIME = 0;
    private static final int VALUE = 1;
    private static final int GROUP = 2;

    private final Tables tables;
    private final Source source;

    SeriesTable(Tables tables, Source source) {
        this.tables = tables;
        this.source = source;
    }

    /** All series that have rows until a day, by group. */
    public List<DailySeries> read(OptionalInt asOf, Tables.Progress progress) {
        List<Column> columns =
                new ArrayList<>(List.of(new Column(source.time(), Type.TIME), new Column(source.value(), Type.NUMBER)));
        source.group().ifPresent(name -> columns.add(new Column(name, Type.LABEL)));
        double end = asOf.isPresent() ? asOf.getAsInt() + 1.0 : Double.POSITIVE_INFINITY;
        List<Rows> shares = Collections.synchronizedList(new ArrayList<>());
        List<List<String>> labels = tables.read(
                List.of(source.file()),
                columns,
                () -> {
                    Rows rows = new Rows(source.group().isPresent(), end);
                    shares.add(rows);
                    return rows;
                },
                progress);
        List<String> groups = source.group().isPresent() ? labels.get(GROUP) : List.of("");
        return series(groups, shares);
    }

    private static List<DailySeries> series(List<String> groups, List<Rows> shares) {
        int[] ends = new int[groups.size()];
        for (Rows rows : shares) {
            for (int i = 0; i < rows.size; i++) {
                ends[rows.groups[i]]++;
            }
        }
        Arrays.parallelPrefix(ends, Integer::sum);
        int all = ends.length == 0 ? 0 : ends[ends.length - 1];
        double[] times = new double[all];
        double[] values = new double[all];
        int[] next = new int[ends.length];
        System.arraycopy(ends, 0, next, Math.min(1, ends.length), Math.max(0, ends.length - 1));
        if (next.length > 0) {
            next[0] = 0;
        }
        int[] starts = next.clone();
        for (Rows rows : shares) {
            for (int i = 0; i < rows.size; i++) {
                int place = next[rows.groups[i]]++;
                times[place] = rows.times[i];
                values[place] = rows.values[i];
            }
        }
        return IntStream.range(0, ends.length)
                .parallel()
                .filter(group -> starts[group] < ends[group])
                .mapToObj(group -> DailySeries.of(
                        groups.get(group),
                        Arrays.copyOfRange(times, starts[group], ends[group]),
                        Arrays.copyOfRange(values, starts[group], ends[group])))
                .sorted(Comparator.comparing(DailySeries::group))
                .toList();
    }

    /** What one thread reads: rows with a time until the end, a value and a group. */
    private static final class Rows implements Tables.Reader {

        private final boolean grouped;
        private final double end;
        private double[] times = new double[1 << 10];
        private double[] values = new double[1 << 10];
        private int[] groups = new int[1 << 10];
        private int size;

        Rows(boolean grouped, double end) {
            this.grouped = grouped;
            this.end = end;
        }

        @Override
        public void read(Batch batch) {
            double[] read = batch.numbers(TIME);
            double[] counted = batch.numbers(VALUE);
            for (int i = 0; i < batch.size(); i++) {
                int group = grouped ? batch.labels(GROUP)[i] : 0;
                if (read[i] < end && !Double.isNaN(counted[i]) && group >= 0) {
                    room();
                    times[size] = read[i];
                    values[size] = counted[i];
                    groups[size] = group;
                    size++;
                }
            }
        }

        private void room() {
            if (size == times.length) {
                times = Arrays.copyOf(times, 2 * size);
                values = Arrays.copyOf(values, 2 * size);
                groups = Arrays.copyOf(groups, 2 * size);
            }
        }
    }
}
