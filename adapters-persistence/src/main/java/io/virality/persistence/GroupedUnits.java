package io.virality.persistence;

import io.virality.domain.creator.Origin;
import io.virality.domain.stats.Figures;
import io.virality.domain.stats.Sample;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.jooq.Field;
import org.jooq.Table;

/** The value of each unit by its group, and what all rest on, read at once. */
final class GroupedUnits {

    private GroupedUnits() {}

    /** A field of units that are simulated or not, under the names that {@link #read} looks for. */
    static List<Field<?>> origin(Field<Boolean> simulated) {
        Field<Integer> flag = simulated.coerce(Integer.class);
        return List.of(flag.as(UnitFigures.ALL_SIMULATED), flag.as(UnitFigures.ANY_SIMULATED));
    }

    /** Reads them from a row a unit with its group, its value, and the three columns of {@link UnitFigures}. */
    static Units read(InsightSql sql, Table<?> units, Field<String> group, Field<Double> value) {
        return sql.read(
                sql.jooq()
                        .select(
                                group,
                                value,
                                UnitFigures.OBSERVED_AT,
                                UnitFigures.ALL_SIMULATED,
                                UnitFigures.ANY_SIMULATED)
                        .from(units),
                GroupedUnits::read);
    }

    private static Units read(ResultSet rows) throws SQLException {
        // By the bytes of the group's name: to make a text of them for each row would cost more than all the rest.
        Map<ByteBuffer, DoubleStream.Builder> values = new LinkedHashMap<>();
        long n = 0;
        long without = 0;
        long newest = Long.MIN_VALUE;
        boolean real = false;
        boolean simulated = false;
        while (rows.next()) {
            double value = rows.getDouble(2);
            // Only a zero can stand for nothing: to ask the driver costs as much as to read.
            if (value == 0 && rows.wasNull()) {
                without++;
                continue;
            }
            n++;
            values.computeIfAbsent(ByteBuffer.wrap(rows.getBytes(1)), name -> DoubleStream.builder())
                    .add(value);
            newest = Math.max(newest, rows.getLong(3));
            real = real || rows.getInt(4) == 0;
            simulated = simulated || rows.getInt(5) == 1;
        }
        Map<String, Sample> samples = new LinkedHashMap<>();
        values.forEach((name, all) -> samples.put(
                StandardCharsets.UTF_8.decode(name).toString(),
                Sample.of(all.build().toArray())));
        return new Units(
                samples,
                Figures.NONE,
                new InsightSql.Basis(
                        n,
                        without,
                        n == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(newest)),
                        Origin.of(real, simulated)));
    }
}
