package io.virality.domain.insight;

import io.virality.domain.creator.Origin;
import io.virality.domain.stats.Figures;
import io.virality.domain.stats.Sample;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the store says to a question: the statement that was run, its rows, and what they rest on.
 *
 * @param statement the statement
 * @param rows its rows, in its order, or what its rows have in common; none if they are the figures
 * @param samples the values behind a row, by the text in the row's first column, where a statistic needs them
 * @param n how many units of the measured population the rows rest on
 * @param withoutValue how many were left out because nothing is known of them that could be measured
 * @param asOf the newest observation among them
 * @param origin whether they are real or simulated
 * @param figures what is known of each unit, where a statistic needs several values of one
 */
public record Evidence(
        Statement statement,
        List<Row> rows,
        Map<String, Sample> samples,
        long n,
        long withoutValue,
        Optional<Instant> asOf,
        Origin origin,
        Figures figures) {

    /** Copies are kept. */
    public Evidence {
        rows = List.copyOf(rows);
        samples = Map.copyOf(samples);
    }

    /** Evidence of statistics that need no more than one value of a unit. */
    public Evidence(
            Statement statement,
            List<Row> rows,
            Map<String, Sample> samples,
            long n,
            long withoutValue,
            Optional<Instant> asOf,
            Origin origin) {
        this(statement, rows, samples, n, withoutValue, asOf, origin, Figures.NONE);
    }

    /** The same with what is known of each unit. */
    public Evidence with(Figures known) {
        return new Evidence(statement, rows, samples, n, withoutValue, asOf, origin, known);
    }
}
