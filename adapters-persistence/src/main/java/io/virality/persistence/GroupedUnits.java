package io.virality.persistence;

import io.virality.domain.creator.Origin;
import io.virality.domain.stats.Sample;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.exception.DataAccessException;

/**
 * The value of each unit by its group, and what all rest on, read at once where the units are costly to find.
 *
 * @param samples the values of each group
 * @param basis the units
 */
record GroupedUnits(Map<String, Sample> samples, InsightSql.Basis basis) {

    /** Reads them from a row a unit with its group, its value, and the three columns of {@link UnitFigures}. */
    static GroupedUnits read(DSLContext jooq, Table<?> units, Field<String> group, Field<Double> value) {
        try (ResultSet rows = jooq.select(
                        group, value, UnitFigures.OBSERVED_AT, UnitFigures.ALL_SIMULATED, UnitFigures.ANY_SIMULATED)
                .from(units)
                .fetchResultSet()) {
            return read(rows);
        } catch (SQLException e) {
            throw new DataAccessException("the units cannot be read", e);
        }
    }

    private static GroupedUnits read(ResultSet rows) throws SQLException {
        Map<String, DoubleStream.Builder> values = new LinkedHashMap<>();
        long n = 0;
        long without = 0;
        long newest = Long.MIN_VALUE;
        boolean real = false;
        boolean simulated = false;
        while (rows.next()) {
            double value = rows.getDouble(2);
            if (rows.wasNull()) {
                without++;
                continue;
            }
            n++;
            values.computeIfAbsent(rows.getString(1), name -> DoubleStream.builder())
                    .add(value);
            newest = Math.max(newest, rows.getLong(3));
            real |= rows.getInt(4) == 0;
            simulated |= rows.getInt(5) == 1;
        }
        Map<String, Sample> samples = new LinkedHashMap<>();
        values.forEach((name, all) -> samples.put(name, Sample.of(all.build().toArray())));
        return new GroupedUnits(
                samples,
                new InsightSql.Basis(
                        n,
                        without,
                        n == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(newest)),
                        Origin.of(real, simulated)));
    }
}
