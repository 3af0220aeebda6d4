package io.virality.persistence;

import io.virality.domain.stats.Figures;
import io.virality.domain.stats.Sample;
import java.util.Map;

/**
 * What is behind the rows of a statement.
 *
 * @param samples the values of each group, where a statistic needs them
 * @param figures several values of each unit, where a statistic needs them
 * @param basis what the rows rest on
 */
record Units(Map<String, Sample> samples, Figures figures, InsightSql.Basis basis) {

    /** Figures of these units, followed by those of others. */
    Units and(Units others) {
        return new Units(samples, figures.and(others.figures), basis.and(others.basis));
    }

    /** Of rows that say all that is needed. */
    static Units of(InsightSql.Basis basis) {
        return new Units(Map.of(), Figures.NONE, basis);
    }
}
