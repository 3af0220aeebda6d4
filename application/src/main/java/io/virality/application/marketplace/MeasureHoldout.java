package io.virality.application.marketplace;

import io.virality.application.Failure;
import io.virality.application.port.Tables;
import io.virality.application.port.Tables.Column;
import io.virality.application.port.Tables.Type;
import io.virality.domain.experiment.DifferenceInDifferences.Region;
import io.virality.domain.experiment.Holdout;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Measures what was done to some regions of a table, by how the untouched ones went on. */
public final class MeasureHoldout {

    private final Tables tables;

    @Inject
    MeasureHoldout(Tables tables) {
        this.tables = tables;
    }

    /**
     * What is asked.
     *
     * @param file a table, each of whose rows is a region in a period
     * @param time the column that tells when the period begins
     * @param region the column of the region
     * @param value the column of what was sold
     * @param treated the regions that something was done to
     * @param start the first day of it
     */
    public record Question(Path file, String time, String region, String value, Set<String> treated, LocalDate start) {}

    /**
     * The effect.
     *
     * @throws Failure {@code INVALID_INPUT} if a column or a row is missing, a treated region is not there, or there are too
     *     few regions or periods
     */
    public Holdout measure(Question question, Tables.Progress progress) {
        Map<String, TreeMap<Double, Double>> byRegion = read(question, progress);
        for (String region : question.treated()) {
            if (!byRegion.containsKey(region)) {
                throw Failure.invalid(question.file() + " has no region '" + region + "'; it has: "
                        + String.join(", ", byRegion.keySet()));
            }
        }
        Set<Double> times = new TreeSet<>();
        byRegion.values().forEach(periods -> times.addAll(periods.keySet()));
        SortedMap<String, Region> regions = new TreeMap<>();
        byRegion.forEach((name, periods) -> {
            if (periods.size() < times.size()) {
                throw Failure.invalid(question.file() + " tells " + periods.size() + " of " + times.size()
                        + " periods of region '" + name + "': every region must have them all (0 for nothing)");
            }
            double start = question.start().toEpochDay();
            regions.put(
                    name,
                    new Region(
                            question.treated().contains(name),
                            values(periods.headMap(start, false)),
                            values(periods.tailMap(start, true))));
        });
        try {
            return Holdout.of(regions);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new Failure(Failure.Kind.INVALID_INPUT, question.file() + ": " + e.getMessage(), e);
        }
    }

    private static double[] values(Map<Double, Double> periods) {
        return periods.values().stream().mapToDouble(Double::doubleValue).toArray();
    }

    private Map<String, TreeMap<Double, Double>> read(Question question, Tables.Progress progress) {
        List<String> there = tables.columns(question.file());
        for (String name : List.of(question.time(), question.region(), question.value())) {
            if (!there.contains(name)) {
                throw Failure.invalid(
                        question.file() + " has no column '" + name + "'; it has: " + String.join(", ", there));
            }
        }
        List<double[]> rows = Collections.synchronizedList(new ArrayList<>());
        List<List<String>> labels = tables.read(
                List.of(question.file()),
                List.of(
                        new Column(question.time(), Type.TIME),
                        new Column(question.region(), Type.LABEL),
                        new Column(question.value(), Type.NUMBER)),
                () -> batch -> {
                    for (int i = 0; i < batch.size(); i++) {
                        rows.add(new double[] {batch.numbers(0)[i], batch.labels(1)[i], batch.numbers(2)[i]});
                    }
                },
                progress);
        Map<String, TreeMap<Double, Double>> byRegion = new TreeMap<>();
        for (double[] row : rows) {
            if (Double.isNaN(row[0]) || row[1] < 0 || Double.isNaN(row[2])) {
                throw Failure.invalid(question.file() + " has a row without a time, a region or a value");
            }
            byRegion.computeIfAbsent(labels.get(1).get((int) row[1]), name -> new TreeMap<>())
                    .merge(row[0], row[2], Double::sum);
        }
        return byRegion;
    }
}
