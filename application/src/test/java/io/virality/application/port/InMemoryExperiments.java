package io.virality.application.port;

import io.virality.domain.assignment.Attribute;
import io.virality.domain.experiment.Attendance;
import io.virality.domain.experiment.Breakdown;
import io.virality.domain.experiment.Cap;
import io.virality.domain.experiment.CapRule;
import io.virality.domain.experiment.Experiment;
import io.virality.domain.experiment.Exposure;
import io.virality.domain.experiment.Kept;
import io.virality.domain.experiment.Measured;
import io.virality.domain.experiment.Measurement;
import io.virality.domain.experiment.Metric;
import io.virality.domain.experiment.Moments;
import io.virality.domain.experiment.Outcome;
import io.virality.domain.experiment.RegisteredMetric;
import io.virality.domain.experiment.Summary;
import io.virality.domain.experiment.Units;
import io.virality.domain.experiment.Variation;
import io.virality.domain.experiment.Watermark;
import io.virality.domain.ingest.Tally;
import io.virality.domain.insight.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Keeps experiments in memory, and counts by plain loops. */
final class InMemoryExperiments implements Experiments {

    private static final Statement PLAIN_LOOPS = new Statement("java", "");

    private final InMemoryStore store;

    InMemoryExperiments(InMemoryStore store) {
        this.store = store;
    }

    /** A unit's earliest exposure. */
    record Met(Exposure first, boolean several) {

        Met and(Met other) {
            boolean elsewhere =
                    several || other.several() || !other.first().variation().equals(first.variation());
            return new Met(other.first().at().isBefore(first.at()) ? other.first() : first, elsewhere);
        }
    }

    /** An experiment, and what was told of it. */
    static final class Told {
        Experiment experiment;
        final Map<Long, Instant> deliveries = new LinkedHashMap<>();
        final Map<String, Met> units = new LinkedHashMap<>();
        final Map<List<Object>, Outcome> outcomes = new LinkedHashMap<>();
        final Map<List<Object>, Summary> summaries = new LinkedHashMap<>();
        final Map<String, Kept.FixedCap> caps = new TreeMap<>();
        final Map<List<Object>, Long> toldBy = new LinkedHashMap<>();

        Instant toldAt(Class<?> kind, Object key) {
            return deliveries.get(toldBy.get(List.of(kind, key)));
        }

        Told copy() {
            Told copy = new Told();
            copy.experiment = experiment;
            copy.deliveries.putAll(deliveries);
            copy.units.putAll(units);
            copy.outcomes.putAll(outcomes);
            copy.summaries.putAll(summaries);
            copy.caps.putAll(caps);
            copy.toldBy.putAll(toldBy);
            return copy;
        }
    }

    @Override
    public List<Experiment> all() {
        return store.experiments.values().stream()
                .map(told -> told.experiment)
                .sorted(Comparator.comparing(Experiment::key))
                .toList();
    }

    @Override
    public Optional<Experiment> find(String key) {
        return Optional.ofNullable(store.experiments.get(key)).map(told -> told.experiment);
    }

    @Override
    public void save(Experiment experiment) {
        store.experiments.computeIfAbsent(experiment.key(), key -> new Told()).experiment = experiment;
    }

    private Told told(Experiment experiment) {
        return store.experiments.get(experiment.key());
    }

    @Override
    public long receive(Experiment experiment, Instant at) {
        long number = 1
                + store.experiments.values().stream()
                        .mapToInt(told -> told.deliveries.size())
                        .sum();
        told(experiment).deliveries.put(number, at);
        return number;
    }

    @Override
    public Tally recordExposures(Experiment experiment, long delivery, List<Exposure> exposures) {
        return record(
                experiment,
                delivery,
                exposures,
                told -> told.units,
                Exposure::unit,
                exposure -> new Met(exposure, exposure.several()),
                Met::and);
    }

    @Override
    public Tally recordOutcomes(Experiment experiment, long delivery, List<Outcome> outcomes) {
        return record(
                experiment,
                delivery,
                outcomes,
                told -> told.outcomes,
                outcome -> List.of(outcome.name(), outcome.unit(), outcome.at(), outcome.id()),
                outcome -> outcome,
                (known, corrected) -> corrected);
    }

    @Override
    public Tally recordSummaries(Experiment experiment, long delivery, List<Summary> summaries) {
        return record(
                experiment,
                delivery,
                summaries,
                told -> told.summaries,
                summary -> List.of(summary.metric(), summary.variation(), summary.at()),
                summary -> summary,
                (known, corrected) -> corrected);
    }

    private <T, K, V> Tally record(
            Experiment experiment,
            long delivery,
            List<T> rows,
            Function<Told, Map<K, V>> place,
            Function<T, K> key,
            Function<T, V> value,
            BinaryOperator<V> merged) {
        Told told = told(experiment);
        Tally tally = Tally.NONE;
        for (T row : rows) {
            Map<K, V> known = place.apply(told);
            V before = known.get(key.apply(row));
            V after = before == null ? value.apply(row) : merged.apply(before, value.apply(row));
            if (!after.equals(before)) {
                known.put(key.apply(row), after);
                told.toldBy.put(List.of(row.getClass(), key.apply(row)), delivery);
            }
            tally = tally.plus(new Tally(
                    before == null ? 1 : 0,
                    before != null && !after.equals(before) ? 1 : 0,
                    after.equals(before) ? 1 : 0));
        }
        return tally;
    }

    /** Experiments by key, each followed by what was told of it. */
    static List<Kept> kept(InMemoryStore store) {
        List<Kept> kept = new ArrayList<>();
        new TreeMap<>(store.experiments).forEach((key, told) -> {
            kept.add(new Kept.Course(
                    told.experiment,
                    told.deliveries.values().stream().max(Comparator.naturalOrder()),
                    List.copyOf(told.caps.values())));
            new TreeMap<>(told.units)
                    .forEach((unit, met) -> kept.add(new Kept.Met(
                            key,
                            new Exposure(
                                    unit,
                                    met.first().variation(),
                                    met.first().at(),
                                    met.first().attributes(),
                                    met.several()),
                            told.toldAt(Exposure.class, unit))));
            told.outcomes.entrySet().stream()
                    .sorted(Comparator.comparing((Map.Entry<List<Object>, Outcome> entry) ->
                                    entry.getValue().name())
                            .thenComparing(entry -> entry.getValue().unit())
                            .thenComparing(entry -> entry.getValue().at())
                            .thenComparing(entry -> entry.getValue().id()))
                    .forEach(entry -> kept.add(
                            new Kept.Happened(key, entry.getValue(), told.toldAt(Outcome.class, entry.getKey()))));
            told.summaries.entrySet().stream()
                    .sorted(Comparator.comparing((Map.Entry<List<Object>, Summary> entry) ->
                                    entry.getValue().metric())
                            .thenComparing(entry -> entry.getValue().variation())
                            .thenComparing(entry -> entry.getValue().at()))
                    .forEach(entry -> kept.add(
                            new Kept.Counted(key, entry.getValue(), told.toldAt(Summary.class, entry.getKey()))));
        });
        return kept;
    }

    @Override
    public Watermark watermark(Experiment experiment) {
        Told told = told(experiment);
        List<Instant> times = Stream.of(
                        told.units.values().stream().map(met -> met.first().at()),
                        told.outcomes.values().stream().map(Outcome::at),
                        told.summaries.values().stream().map(Summary::at))
                .flatMap(Function.identity())
                .toList();
        return new Watermark(
                told.deliveries.keySet().stream()
                        .mapToLong(Long::longValue)
                        .max()
                        .orElse(0),
                told.deliveries.values().stream().max(Comparator.naturalOrder()),
                times.stream().max(Comparator.naturalOrder()),
                times.size(),
                !told.summaries.isEmpty());
    }

    @Override
    public Map<String, String> exposedTo(Experiment experiment, Collection<String> units) {
        Map<String, String> variations = new LinkedHashMap<>();
        units.forEach(unit -> Optional.ofNullable(told(experiment).units.get(unit))
                .ifPresent(met -> variations.put(unit, met.first().variation())));
        return variations;
    }

    @Override
    public List<Exposure> exposures(Experiment experiment) {
        return new TreeMap<>(told(experiment).units)
                .values().stream()
                        .map(met -> new Exposure(
                                met.first().unit(),
                                met.first().variation(),
                                met.first().at(),
                                met.first().attributes(),
                                met.several()))
                        .toList();
    }

    @Override
    public Attendance attendance(Experiment experiment, Optional<Instant> since) {
        Told told = told(experiment);
        Map<String, Map<String, Long>> days = new TreeMap<>();
        if (!told.summaries.isEmpty()) {
            String primary = experiment.design().primary().orElseThrow().key();
            told.summaries.values().stream()
                    .filter(summary -> summary.metric().equals(primary))
                    .filter(summary -> since.filter(summary.at()::isBefore).isEmpty())
                    .forEach(summary -> days.computeIfAbsent(day(summary.at()), day -> new TreeMap<>())
                            .merge(summary.variation(), summary.n(), Long::sum));
            return new Attendance(arrivals(days), 0, PLAIN_LOOPS);
        }
        long several = 0;
        for (Met met : told.units.values()) {
            if (since.filter(met.first().at()::isBefore).isPresent()) {
                continue;
            }
            if (met.several()) {
                several++;
            } else {
                days.computeIfAbsent(day(met.first().at()), day -> new TreeMap<>())
                        .merge(met.first().variation(), 1L, Long::sum);
            }
        }
        return new Attendance(arrivals(days), several, PLAIN_LOOPS);
    }

    private static List<Attendance.Arrivals> arrivals(Map<String, Map<String, Long>> days) {
        return days.entrySet().stream()
                .map(day -> new Attendance.Arrivals(day.getKey(), day.getValue()))
                .toList();
    }

    @Override
    public Measured measure(Experiment experiment, RegisteredMetric metric, Breakdown breakdown, Instant upTo) {
        Told told = told(experiment);
        return told.summaries.isEmpty() ? ofUnits(told, metric, breakdown, upTo) : ofSummaries(told, metric, breakdown);
    }

    @Override
    public void eachUnit(Experiment experiment, RegisteredMetric metric, Instant upTo, Consumer<Units> shown) {
        Told told = told(experiment);
        List<String> variations =
                experiment.design().variations().stream().map(Variation::key).toList();
        List<Met> units = counted(told, metric.measurement(), upTo);
        double[][] columns = new double[metric.measurement().variables()][units.size()];
        int[] arms = new int[units.size()];
        int[] clusters = new int[units.size()];
        for (int i = 0; i < arms.length; i++) {
            arms[i] = variations.indexOf(units.get(i).first().variation());
            clusters[i] = i;
            double[] values = values(told, metric.measurement(), units.get(i).first());
            for (int j = 0; j < values.length; j++) {
                columns[j][i] = values[j];
            }
        }
        shown.accept(new Units(arms.length, arms, new int[0][], clusters, null, new double[][][] {columns}));
    }

    @Override
    public Map<String, Cap> caps(Experiment experiment) {
        Map<String, Cap> caps = new LinkedHashMap<>();
        told(experiment).caps.forEach((metric, fixed) -> caps.put(metric, fixed.cap()));
        return caps;
    }

    @Override
    public void fixCap(Experiment experiment, RegisteredMetric metric, Cap cap, Instant at) {
        told(experiment).caps.putIfAbsent(metric.key(), new Kept.FixedCap(metric.key(), cap, at));
    }

    @Override
    public void releaseCap(Experiment experiment, RegisteredMetric metric) {
        told(experiment).caps.remove(metric.key());
    }

    private static List<Met> counted(Told told, Measurement measurement, Instant upTo) {
        return told.units.values().stream()
                .filter(met -> !met.several())
                .filter(met -> measurement
                        .window()
                        .filter(window -> met.first()
                                .at()
                                .plus(measurement.delay())
                                .plus(window)
                                .isAfter(upTo))
                        .isEmpty())
                .toList();
    }

    private static Measured ofSummaries(Told told, RegisteredMetric metric, Breakdown breakdown) {
        Measurement measurement = metric.measurement().ofSummaries();
        Map<List<String>, Moments> moments = new TreeMap<>(Comparator.comparing(List::toString));
        for (Summary summary : told.summaries.values()) {
            if (summary.metric().equals(metric.key())) {
                boolean binary = measurement.kind() == Metric.Kind.PROPORTION;
                Moments of = Moments.ofDeviations(
                        summary.n(), new boolean[] {binary}, new double[] {summary.mean()}, new double[][] {
                            {summary.variance() * (summary.n() - 1)}
                        });
                String group = breakdown instanceof Breakdown.ByDay ? day(summary.at()) : "";
                moments.merge(List.of(summary.variation(), group), of, Moments::plus);
            }
        }
        return new Measured(measurement, cells(measurement, moments), OptionalDouble.empty(), PLAIN_LOOPS);
    }

    private static Measured ofUnits(Told told, RegisteredMetric metric, Breakdown breakdown, Instant upTo) {
        Measurement measurement = metric.measurement();
        List<Met> units = counted(told, measurement, upTo);
        List<double[]> values = units.stream()
                .map(met -> values(told, measurement, met.first()))
                .toList();
        Optional<Cap> cap = measurement.cap().map(rule -> cap(rule, values));
        Map<List<String>, Moments.Counter> counters = new TreeMap<>(Comparator.comparing(List::toString));
        for (int i = 0; i < values.size(); i++) {
            Exposure first = units.get(i).first();
            double[] value = values.get(i);
            value[0] = cap.isPresent() ? cap.get().of(value[0]) : value[0];
            counters.computeIfAbsent(
                            List.of(first.variation(), group(breakdown, first)),
                            cell -> new Moments.Counter(measurement.binary()))
                    .add(value);
        }
        Map<List<String>, Moments> moments = new LinkedHashMap<>();
        counters.forEach((cell, counter) -> moments.put(cell, counter.moments()));
        return new Measured(
                measurement,
                cells(measurement, moments),
                cap.isPresent() ? OptionalDouble.of(cap.get().value()) : OptionalDouble.empty(),
                PLAIN_LOOPS);
    }

    private static List<Measured.Cell> cells(Measurement measurement, Map<List<String>, Moments> moments) {
        return moments.entrySet().stream()
                .map(entry -> new Measured.Cell(
                        entry.getKey().get(0), entry.getKey().get(1), measurement.statistics(entry.getValue())))
                .toList();
    }

    private static Cap cap(CapRule rule, List<double[]> values) {
        return rule instanceof CapRule.AtQuantile quantile
                ? Cap.atQuantile(
                        quantile.probability(),
                        quantile.overNonZero(),
                        values.stream().mapToDouble(value -> value[0]).toArray())
                : new Cap(((CapRule.At) rule).value());
    }

    private static String group(Breakdown breakdown, Exposure first) {
        if (breakdown instanceof Breakdown.ByDay) {
            return day(first.at());
        }
        return breakdown instanceof Breakdown.BySegment segment
                ? first.attributes()
                        .child(segment.attribute())
                        .filter(value -> value.plain() && !value.equals(Attribute.ABSENT))
                        .map(Attribute::text)
                        .orElse("")
                : "";
    }

    private static String day(Instant at) {
        return at.atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }

    private static double[] values(Told told, Measurement measurement, Exposure first) {
        Instant start = first.at().plus(measurement.delay());
        Instant end = measurement.window().map(start::plus).orElse(Instant.MAX);
        DoubleStream.Builder values = DoubleStream.builder();
        value(values, told, measurement, first.unit(), start, end);
        measurement
                .covariate()
                .ifPresent(before -> value(
                        values, told, measurement, first.unit(), first.at().minus(before), first.at()));
        return values.build().toArray();
    }

    private static void value(
            DoubleStream.Builder values, Told told, Measurement measurement, String unit, Instant from, Instant until) {
        values.add(of(told, measurement.kind(), measurement.outcome(), unit, from, until));
        measurement.per().ifPresent(below -> values.add(of(told, Metric.Kind.MEAN, below, unit, from, until)));
    }

    private static double of(Told told, Metric.Kind kind, String name, String unit, Instant from, Instant until) {
        double[] values = told.outcomes.values().stream()
                .filter(outcome -> outcome.unit().equals(unit) && outcome.name().equals(name))
                .filter(outcome -> !outcome.at().isBefore(from) && outcome.at().isBefore(until))
                .mapToDouble(Outcome::value)
                .toArray();
        return switch (kind) {
            case PROPORTION -> DoubleStream.of(values).anyMatch(value -> value > 0) ? 1 : 0;
            case COUNT -> values.length;
            case MEAN, RATIO -> DoubleStream.of(values).sum();
        };
    }
}
