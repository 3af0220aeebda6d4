package io.virality.domain.insight;

import io.virality.domain.creator.Origin;
import io.virality.domain.stats.Sample;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the store says to a question: the statement that was run, its rows, and what they rest on.
 *
 * @param statement the statement
 * @param rows its rows, in its order
 * @param samples the values behind a row, by the text in the row's first column, where a statistic needs them
 * @param figures of the units behind the rows, where a statistic needs several of each
 * @param n how many units of the measured population the rows rest on
 * @param withoutValue how many were left out because nothing is known of them that could be measured
 * @param asOf the newest observation among them
 * @param origin whether they are real or simulated
 */
public record Evidence(
        Statement statement,
        List<Row> rows,
        Map<String, Sample> samples,
        Figures figures,
        long n,
        long withoutValue,
        Optional<Instant> asOf,
        Origin origin) {

    /** Copies are kept. */
    public Evidence {
        rows = List.copyOf(rows);
        samples = Map.copyOf(samples);
    }

    /** Where no statistic needs several figures of each unit. */
    public Evidence(
            Statement statement,
            List<Row> rows,
            Map<String, Sample> samples,
            long n,
            long withoutValue,
            Optional<Instant> asOf,
            Origin origin) {
        this(statement, rows, samples, Figures.NONE, n, withoutValue, asOf, origin);
    }

    /** The same with figures. */
    public Evidence with(Figures figures) {
        return new Evidence(statement, rows, samples, figures, n, withoutValue, asOf, origin);
    }
}
