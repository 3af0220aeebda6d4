package io.virality.persistence;

import io.virality.domain.creator.Provenance;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table in which each row is one source's word about a fact. What a source says later replaces what it said before;
 * of several sources' words one rules.
 */
final class FactTable {

    private static final String MOMENT = "observed_at";

    private final int valueCount;
    private final boolean ofMoments;
    private final String select;
    private final String newest;
    private final String insert;
    private final String delete;
    private final String rivals;
    private final String decide;

    /**
     * A table that has these columns, and {@code source_id}, {@code observed_at} and {@code rules}.
     *
     * @param keys what names a fact; may be {@code null} in a row; the last may be {@code observed_at}, if each moment is
     *     another fact
     * @param values what is said about it; none if the fact says it all
     */
    FactTable(String table, List<String> keys, List<String> values) {
        this.valueCount = values.size();
        this.ofMoments = keys.contains(MOMENT);
        String fact = same(keys.stream());
        List<String> columns = Stream.of(keys, List.of("source_id", "rules"), values, List.of(MOMENT))
                .flatMap(List::stream)
                .distinct()
                .toList();
        String words = "select " + String.join(", ", values) + (values.isEmpty() ? "" : ", ") + "observed_at from "
                + table + " where ";
        this.select = words + fact + " and source_id = ?";
        this.newest = words + same(keys.stream().filter(key -> !key.equals(MOMENT)))
                + " and source_id = ? order by observed_at desc limit 1";
        this.delete = "delete from " + table + " where " + fact + " and source_id = ?";
        this.insert = "insert into " + table + " (" + String.join(", ", columns) + ") values ("
                + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")";
        this.rivals = "select 1 from " + table + " where " + fact + " and source_id <> ? limit 1";
        this.decide = "update " + table + " set rules = source_id = (select source_id from " + table
                + " join source on source.id = source_id where " + fact
                + " order by observed_at desc, freshness, source_id limit 1) where " + fact;
    }

    private static String same(Stream<String> keys) {
        return keys.map(key -> key + " is ?").collect(Collectors.joining(" and "));
    }

    /**
     * Keeps a word about a fact.
     *
     * @param key without the moment
     */
    Outcome record(Statements statements, Object[] key, int source, Provenance provenance, Object... values)
            throws SQLException {
        long observedAt = provenance.observedAt().toEpochMilli();
        Object[] fact = ofMoments ? with(key, observedAt) : key;
        Object[] place = with(fact, source);
        Object[] last =
                ofMoments && provenance.timeAssumed() ? statements.first(newest, this::read, with(key, source)) : null;
        Object[] before = statements.first(select, this::read, place);
        boolean outdated = before != null && observedAt < (long) before[valueCount];
        if (outdated || says(before, values) || says(last, values)) {
            return Outcome.UNCHANGED;
        }
        if (before != null) {
            statements.update(delete, place);
        }
        Object[] row = with(with(fact, source, 1), values);
        statements.update(insert, ofMoments ? row : with(row, observedAt));
        if (statements.first(rivals, rival -> true, place) != null) {
            statements.update(decide, with(fact, fact));
        }
        return before == null && last == null ? Outcome.STORED : Outcome.UPDATED;
    }

    private boolean says(Object[] word, Object[] values) {
        return word != null && Arrays.equals(values, Arrays.copyOf(word, valueCount));
    }

    private Object[] read(ResultSet row) throws SQLException {
        Object[] values = new Object[valueCount + 1];
        for (int column = 0; column < values.length; column++) {
            Object value = row.getObject(column + 1);
            values[column] = value instanceof Number number ? (Object) number.longValue() : value;
        }
        return values;
    }

    private static Object[] with(Object[] first, Object... more) {
        Object[] all = Arrays.copyOf(first, first.length + more.length, Object[].class);
        System.arraycopy(more, 0, all, first.length, more.length);
        return all;
    }
}
