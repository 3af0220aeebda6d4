package io.virality.domain.insight;

import io.virality.domain.creator.Origin;
import io.virality.domain.stats.Sample;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a store might answer, for tests of what is made of it. */
final class Given {

    private Given() {}

    static Evidence evidence(List<Row> rows) {
        return evidence(rows, Map.of());
    }

    static Evidence evidence(List<Row> rows, Map<String, Sample> samples) {
        return new Evidence(
                new Statement("sqlite", "select 1"), rows, samples, 0, 0, Optional.empty(), Origin.SIMULATED);
    }

    /** Columns and values in turn. */
    static Row row(Object... columnsAndValues) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < columnsAndValues.length; i += 2) {
            values.put((String) columnsAndValues[i], columnsAndValues[i + 1]);
        }
        return new Row(values);
    }
}
