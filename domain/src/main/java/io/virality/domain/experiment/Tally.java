package io.virality.domain.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;

/**
 * Counts units in one pass and makes evidence of them. The order of units does not matter, nor how they are parted. Not for
 * several threads: each has its own, and these are added.
 */
public final class Tally {

    private static final int MOST_LEVELS = 20;
    private static final String OTHER_LEVELS = "(other)";

    private final Layout layout;
    private final List<OfMetric> metrics;
    private long[] units = new long[4];
    private long unassigned;

    /**
     * How a metric is counted.
     *
     * @param metric which
     * @param trials whether each row tells successes and trials of a proportion, and each trial is a unit
     * @param adjusted whether there is a covariate
     * @param cap above which values count as if they were it; {@code Infinity} for none
     */
    public record Count(Metric metric, boolean trials, boolean adjusted, double cap) {

        /** How many values of a unit it needs: what is above and below the line, and the covariate. */
        public int variables() {
            return (ofTwo() ? 2 : 1) + (adjusted ? 1 : 0);
        }

        private boolean ofTwo() {
            return trials || metric.kind() == Metric.Kind.RATIO;
        }

        /** Those of its moments. A ratio's covariate is a ratio too, to one. */
        private int moments() {
            return variables() + (ofTwo() && adjusted ? 1 : 0);
        }

        private boolean measured() {
            return metric.kind() != Metric.Kind.PROPORTION;
        }
    }

    /**
     * What is counted.
     *
     * @param dimensions the names of what divides units into segments
     * @param clustered whether clusters of units were dealt
     * @param daily whether units have a day
     * @param mostRanked of how many units all values are kept, for a test by ranks; 0 for none
     */
    public record Layout(
            List<Count> metrics, List<String> dimensions, boolean clustered, boolean daily, long mostRanked) {}

    /**
     * The texts of labels.
     *
     * @param segments by dimension
     */
    public record Names(List<String> variations, List<List<String>> segments, List<String> days) {}

    /** Nothing yet. */
    public Tally(Layout layout) {
        this.layout = layout;
        this.metrics = layout.metrics().stream()
                .map(count -> new OfMetric(layout, count))
                .toList();
    }

    /**
     * Counts some units.
     *
     * @throws IllegalArgumentException if there are more successes than trials
     */
    public void add(Units batch) {
        int[] variations = batch.variations();
        for (int i = 0; i < batch.size(); i++) {
            if (variations[i] < 0) {
                unassigned++;
            } else {
                units = with(units, variations[i]);
                units[variations[i]]++;
            }
        }
        for (int i = 0; i < metrics.size(); i++) {
            metrics.get(i).add(batch, batch.values()[i]);
        }
    }

    /** Adds what another one counted, which is of no use afterwards. */
    public void add(Tally other) {
        unassigned += other.unassigned;
        for (int i = 0; i < other.units.length; i++) {
            units = with(units, i);
            units[i] += other.units[i];
        }
        for (int i = 0; i < metrics.size(); i++) {
            metrics.get(i).add(other.metrics.get(i));
        }
    }

    /** How many values are kept for a test by ranks. */
    public long rankedValues() {
        return metrics.stream()
                .filter(metric -> metric.ranks)
                .mapToLong(metric -> metric.rankedUnits)
                .sum();
    }

    private static long[] with(long[] counts, int place) {
        return place < counts.length ? counts : Arrays.copyOf(counts, Math.max(place + 1, 2 * counts.length));
    }

    /**
     * What was counted. It can be asked for once.
     *
     * @param crossed how many units were seen in two variations and left out
     */
    public Evidence evidence(Names names, long crossed) {
        boolean trials = layout.metrics().get(0).trials();
        Map<String, Long> counts = new TreeMap<>();
        List<Evidence.OfMetric> evidence = new ArrayList<>();
        for (OfMetric metric : metrics) {
            evidence.add(metric.evidence(names));
        }
        for (int i = 0; i < names.variations().size(); i++) {
            String name = names.variations().get(i);
            long rows = i < units.length ? units[i] : 0;
            counts.put(name, trials ? evidence.get(0).statistics().get(name).units() : rows);
        }
        return new Evidence(counts, crossed, unassigned, evidence);
    }

    /** Counters of variations, made when they are first needed. */
    private static final class Arms {

        private final boolean[] binary;
        private Moments.Counter[] counters = new Moments.Counter[0];

        Arms(boolean... binary) {
            this.binary = binary;
        }

        Moments.Counter of(int variation) {
            if (variation >= counters.length) {
                counters = Arrays.copyOf(counters, variation + 1);
            }
            if (counters[variation] == null) {
                counters[variation] = new Moments.Counter(binary);
            }
            return counters[variation];
        }

        Moments moments(int variation) {
            return of(variation).moments();
        }
    }

    /** A part of the units: all of one segment, cluster or day. */
    private record Cell(int variation, int group, int cluster) {}

    private static final class OfMetric implements Extremes.Rest {

        private final Layout layout;
        private final Count count;
        private final boolean[] binary;
        private final double[] unit;
        private final Arms arms;
        private final Optional<Extremes> extremes;
        private final List<Map<Cell, Moments.Counter>> segments;
        private final Map<Cell, Moments.Counter> clusters = new HashMap<>();
        private final Map<Cell, Moments.Counter> days = new HashMap<>();
        private final List<OfMetric> others = new ArrayList<>();
        private long[] missing = new long[4];
        private double[][] ranked = new double[0][];
        private int[] rankedSizes = new int[0];
        private long rankedUnits;
        private boolean ranks;
        private boolean wholes = true;

        OfMetric(Layout layout, Count count) {
            this.layout = layout;
            this.count = count;
            this.unit = new double[count.moments()];
            this.binary = new boolean[unit.length];
            this.binary[0] = count.metric().kind() == Metric.Kind.PROPORTION && !count.trials();
            this.arms = new Arms(binary);
            this.extremes = count.measured() ? Optional.of(new Extremes(unit.length)) : Optional.empty();
            this.segments = layout.dimensions().stream()
                    .<Map<Cell, Moments.Counter>>map(dimension -> new HashMap<>())
                    .toList();
            this.ranks = layout.mostRanked() > 0
                    && count.measured()
                    && count.metric().kind() != Metric.Kind.RATIO;
        }

        void add(Units batch, double[][] values) {
            Arrays.fill(unit, 1);
            boolean whole = layout.dimensions().isEmpty() && !layout.clustered() && !layout.daily();
            if (whole && values.length == 1 && !ranks) {
                addSingle(batch, values[0]);
                return;
            }
            for (int i = 0; i < batch.size(); i++) {
                int variation = batch.variations()[i];
                if (variation < 0) {
                    continue;
                }
                double sum = 0;
                for (int j = 0; j < values.length; j++) {
                    unit[j] = values[j][i];
                    sum += unit[j];
                }
                if (Double.isNaN(sum)) {
                    missing = with(missing, variation);
                    missing[variation]++;
                    continue;
                }
                unit[0] = Math.min(unit[0], count.cap());
                if (count.ofTwo()) {
                    checkTrials();
                }
                if (extremes.isPresent() && extremes.get().takes(unit[0])) {
                    extremes.get().add(variation, unit, this);
                } else {
                    add(variation, unit);
                }
                if (ranks) {
                    rank(variation, unit[0]);
                }
                if (!whole) {
                    addToCells(batch, i, variation);
                }
            }
        }

        /** The same for the case that all depends on when there are millions of units. */
        private void addSingle(Units batch, double[] values) {
            int[] variations = batch.variations();
            Extremes largest = extremes.orElse(null);
            for (int i = 0; i < batch.size(); i++) {
                double value = Math.min(values[i], count.cap());
                if (variations[i] < 0) {
                    continue;
                }
                if (Double.isNaN(value)) {
                    missing = with(missing, variations[i]);
                    missing[variations[i]]++;
                } else if (largest != null && largest.takes(value)) {
                    unit[0] = value;
                    largest.add(variations[i], unit, this);
                } else {
                    arms.of(variations[i]).add(value);
                }
            }
        }

        @Override
        public void add(int variation, double... values) {
            Moments.Counter counter = arms.of(variation);
            switch (values.length) {
                case 1 -> counter.add(values[0]);
                case 2 -> counter.add(values[0], values[1]);
                default -> counter.add(values);
            }
        }

        private void checkTrials() {
            boolean possible = unit[0] >= 0 && unit[0] <= unit[1];
            if (count.trials() && !possible) {
                throw new IllegalArgumentException("impossible: " + unit[0] + " successes in " + unit[1]
                        + " trials of '" + count.metric().name() + "'");
            }
            wholes &= possible && unit[0] == Math.rint(unit[0]) && unit[1] == Math.rint(unit[1]);
        }

        private void addToCells(Units batch, int i, int variation) {
            int cluster = layout.clustered() ? batch.clusters()[i] : 0;
            for (int d = 0; d < segments.size(); d++) {
                int segment = batch.segments()[d][i];
                if (segment >= 0) {
                    cell(segments.get(d), new Cell(variation, segment, cluster)).add(unit);
                }
            }
            if (layout.clustered()) {
                cell(clusters, new Cell(variation, 0, cluster)).add(unit);
            }
            if (layout.daily() && batch.days()[i] >= 0) {
                cell(days, new Cell(variation, batch.days()[i], 0)).add(unit);
            }
        }

        private Moments.Counter cell(Map<Cell, Moments.Counter> cells, Cell cell) {
            return cells.computeIfAbsent(cell, unseen -> new Moments.Counter(binary));
        }

        private void rank(int variation, double value) {
            if (++rankedUnits > layout.mostRanked()) {
                noRanks();
                return;
            }
            if (variation >= ranked.length) {
                ranked = Arrays.copyOf(ranked, variation + 1);
                rankedSizes = Arrays.copyOf(rankedSizes, variation + 1);
            }
            if (ranked[variation] == null) {
                ranked[variation] = new double[1 << 10];
            }
            if (rankedSizes[variation] == ranked[variation].length) {
                ranked[variation] = Arrays.copyOf(ranked[variation], 2 * rankedSizes[variation]);
            }
            ranked[variation][rankedSizes[variation]++] = value;
        }

        private void noRanks() {
            ranks = false;
            ranked = new double[0][];
            rankedSizes = new int[0];
        }

        void add(OfMetric other) {
            others.add(other);
            wholes &= other.wholes;
            for (int i = 0; i < other.missing.length; i++) {
                missing = with(missing, i);
                missing[i] += other.missing[i];
            }
            extremes.ifPresent(largest -> other.extremes.orElseThrow().addTo(largest, this));
            if (ranks && other.ranks) {
                for (int variation = 0; variation < other.ranked.length && ranks; variation++) {
                    for (int i = 0; i < other.rankedSizes[variation] && ranks; i++) {
                        rank(variation, other.ranked[variation][i]);
                    }
                }
            } else {
                noRanks();
            }
        }

        /** Of the units that are not kept apart as the largest, in all that was added. */
        private Moments counted(int variation) {
            Moments moments = arms.moments(variation);
            for (OfMetric other : others) {
                moments = moments.plus(other.counted(variation));
            }
            return moments;
        }

        Evidence.OfMetric evidence(Names names) {
            Optional<Evidence.Extremes> apart = extremes.flatMap(largest -> extremes(largest, names));
            extremes.ifPresent(largest -> largest.clear(this));
            Map<String, SufficientStatistics> statistics = statistics(names, this::counted);
            Map<String, Long> lost = new TreeMap<>();
            for (int i = 0; i < names.variations().size(); i++) {
                if (i < missing.length && missing[i] > 0) {
                    lost.put(names.variations().get(i), missing[i]);
                }
            }
            Map<Cell, Moments> byCluster = moments(metric -> metric.clusters);
            return new Evidence.OfMetric(
                    statistics,
                    lost,
                    apart,
                    ranked(names),
                    layout.clustered() ? clusters(names, byCluster, cell -> true) : Map.of(),
                    crossed(byCluster),
                    Map.of(),
                    segments(names),
                    days(names),
                    otherwise(names));
        }

        private interface Part {
            Map<Cell, Moments.Counter> of(OfMetric metric);
        }

        private interface Choice {
            boolean takes(Cell cell);
        }

        private Map<Cell, Moments> moments(Part part) {
            Map<Cell, Moments> moments = new HashMap<>();
            collect(part, moments);
            return moments;
        }

        private void collect(Part part, Map<Cell, Moments> moments) {
            part.of(this).forEach((cell, counter) -> moments.merge(cell, counter.moments(), Moments::plus));
            others.forEach(other -> other.collect(part, moments));
        }

        /** Counters go over from the largest to all others on the way, so the last of these is all. */
        private Optional<Evidence.Extremes> extremes(Extremes largest, Names names) {
            long all = largest.size();
            for (int i = 0; i < names.variations().size(); i++) {
                all += counted(i).n();
            }
            if (all == 0) {
                return Optional.empty();
            }
            double value = largest.largest();
            int in = largest.variationOfLargest();
            largest.keepTop(all, this);
            long removed = largest.size();
            double above = largest.threshold();
            if (Double.isInfinite(above)) {
                return Optional.empty();
            }
            Map<String, SufficientStatistics> withoutTop = statistics(names, this::counted);
            largest.keepLargest(this);
            Map<String, SufficientStatistics> withoutLargest = statistics(names, this::counted);
            return Optional.of(new Evidence.Extremes(
                    value,
                    in < names.variations().size() ? names.variations().get(in) : "",
                    withoutLargest,
                    above,
                    removed,
                    withoutTop));
        }

        private Map<String, SufficientStatistics> statistics(Names names, IntFunction<Moments> moments) {
            return statistics(names, moments, this::statistics);
        }

        private SufficientStatistics statistics(Moments moments) {
            if (count.trials()) {
                return shares(moments);
            }
            if (count.ofTwo()) {
                return count.adjusted() ? new AdjustedRatioStatistics(moments) : new RatioStatistics(moments);
            }
            if (count.adjusted()) {
                return new AdjustedStatistics(moments);
            }
            return count.measured()
                    ? new MeanStatistics(moments)
                    : new ProportionStatistics(moments.n(), Math.rint(moments.mean(0) * moments.n()));
        }

        /** Each of what is below the line as a unit. */
        private static ProportionStatistics shares(Moments moments) {
            return new ProportionStatistics(
                    Math.round(moments.mean(1) * moments.n()), Math.rint(moments.mean(0) * moments.n()));
        }

        private Map<String, double[]> ranked(Names names) {
            Map<String, double[]> values = new TreeMap<>();
            for (int i = 0; ranks && i < ranked.length && i < names.variations().size(); i++) {
                if (rankedSizes[i] > 0) {
                    values.put(names.variations().get(i), Arrays.copyOf(ranked[i], rankedSizes[i]));
                }
            }
            return values;
        }

        private static Map<String, List<Moments>> clusters(Names names, Map<Cell, Moments> cells, Choice choice) {
            Map<String, List<Moments>> clusters = new TreeMap<>();
            cells.forEach((cell, moments) -> {
                if (choice.takes(cell) && cell.variation() < names.variations().size()) {
                    clusters.computeIfAbsent(names.variations().get(cell.variation()), unseen -> new ArrayList<>())
                            .add(moments);
                }
            });
            return clusters;
        }

        private static long crossed(Map<Cell, Moments> byCluster) {
            Map<Integer, Integer> variations = new HashMap<>();
            byCluster.keySet().forEach(cell -> variations.merge(cell.cluster(), 1, Integer::sum));
            return variations.values().stream().filter(many -> many > 1).count();
        }

        private List<Evidence.Segment> segments(Names names) {
            List<Evidence.Segment> found = new ArrayList<>();
            for (int d = 0; d < segments.size(); d++) {
                int dimension = d;
                Map<Cell, Moments> cells = moments(metric -> metric.segments.get(dimension));
                List<String> levels = levels(names.segments().get(d), cells);
                for (String level : levels) {
                    Choice choice = cell -> level(names.segments().get(dimension), levels, cell.group())
                            .equals(level);
                    found.add(new Evidence.Segment(
                            layout.dimensions().get(d),
                            level,
                            statistics(names, variation -> sum(cells, choice, variation)),
                            layout.clustered() ? clusters(names, cells, choice) : Map.of()));
                }
            }
            return found;
        }

        /** The largest ones, by name; the others are one. */
        private static List<String> levels(List<String> texts, Map<Cell, Moments> cells) {
            Map<String, Long> sizes = new TreeMap<>();
            cells.forEach((cell, moments) -> sizes.merge(texts.get(cell.group()), moments.n(), Long::sum));
            List<String> levels = new ArrayList<>(sizes.entrySet().stream()
                    .sorted(Map.Entry.<String, Long>comparingByValue()
                            .reversed()
                            .thenComparing(Map.Entry.comparingByKey()))
                    .limit(MOST_LEVELS)
                    .map(Map.Entry::getKey)
                    .sorted()
                    .toList());
            if (sizes.size() > MOST_LEVELS) {
                levels.add(OTHER_LEVELS);
            }
            return levels;
        }

        private static String level(List<String> texts, List<String> levels, int group) {
            return levels.contains(texts.get(group)) ? texts.get(group) : OTHER_LEVELS;
        }

        private Moments sum(Map<Cell, Moments> cells, Choice choice, int variation) {
            Moments sum = new Moments.Counter(binary).moments();
            for (Map.Entry<Cell, Moments> cell : cells.entrySet()) {
                if (cell.getKey().variation() == variation && choice.takes(cell.getKey())) {
                    sum = sum.plus(cell.getValue());
                }
            }
            return sum;
        }

        private List<Evidence.Day> days(Names names) {
            Map<Cell, Moments> cells = moments(metric -> metric.days);
            Map<String, Integer> order = new TreeMap<>();
            cells.keySet().forEach(cell -> order.put(names.days().get(cell.group()), cell.group()));
            List<Evidence.Day> found = new ArrayList<>();
            order.forEach((day, group) -> found.add(new Evidence.Day(
                    day, statistics(names, variation -> sum(cells, cell -> cell.group() == group, variation)))));
            return found;
        }

        private Optional<Evidence.Otherwise> otherwise(Names names) {
            if (count.adjusted() || layout.clustered() || !count.ofTwo()) {
                return Optional.empty();
            }
            if (count.trials()) {
                return Optional.of(new Evidence.Otherwise(
                        "each trial", "each row", statistics(names, this::counted, RatioStatistics::new)));
            }
            return wholes
                    ? Optional.of(new Evidence.Otherwise(
                            "each row",
                            "each of what is below the line",
                            statistics(names, this::counted, OfMetric::shares)))
                    : Optional.empty();
        }

        private interface Kind {
            SufficientStatistics of(Moments moments);
        }

        private static Map<String, SufficientStatistics> statistics(
                Names names, IntFunction<Moments> moments, Kind kind) {
            Map<String, SufficientStatistics> statistics = new TreeMap<>();
            for (int i = 0; i < names.variations().size(); i++) {
                statistics.put(names.variations().get(i), kind.of(moments.apply(i)));
            }
            return statistics;
        }
    }
}
