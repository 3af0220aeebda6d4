package io.virality.application.port;

import io.virality.domain.creator.Origin;
import io.virality.domain.creator.Provenance;
import io.virality.domain.insight.Evidence;
import io.virality.domain.insight.Row;
import io.virality.domain.insight.Statement;
import io.virality.domain.stats.Figures;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Units with several figures each; those that have too few are only counted. */
final class InMemoryUnits {

    private final List<String> names;
    private final int fewest;
    private final List<Map<String, Double>> units = new ArrayList<>();
    private final List<Provenance> said = new ArrayList<>();
    private long without;

    InMemoryUnits(List<String> names, int fewest) {
        this.names = names;
        this.fewest = fewest;
    }

    void add(Map<String, Double> figures, List<Provenance> provenances) {
        if (figures.size() < fewest) {
            without++;
        } else {
            units.add(figures);
            said.addAll(provenances);
        }
    }

    List<Map<String, Double>> all() {
        return units;
    }

    Evidence evidence(List<Row> rows) {
        Map<String, double[]> columns = new LinkedHashMap<>();
        for (String name : names) {
            columns.put(
                    name,
                    units.stream()
                            .mapToDouble(figures -> figures.getOrDefault(name, Double.NaN))
                            .toArray());
        }
        Optional<Instant> asOf = said.stream().map(Provenance::observedAt).max(Comparator.naturalOrder());
        return new Evidence(
                new Statement("none", "computed in memory"),
                rows,
                Map.of(),
                units.size(),
                without,
                asOf,
                Origin.of(
                        said.stream().anyMatch(word -> word.origin() == Origin.REAL),
                        said.stream().anyMatch(word -> word.origin() == Origin.SIMULATED)),
                new Figures(columns));
    }
}
