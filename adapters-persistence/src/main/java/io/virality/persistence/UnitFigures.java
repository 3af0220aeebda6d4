package io.virality.persistence;

import static io.virality.persistence.schema.Tables.CREATOR_STATE;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import io.virality.domain.creator.Origin;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Several figures of each unit, for statistics that SQL cannot compute, and what they rest on. */
final class UnitFigures {

    /** When a unit was observed; a table of units has these three beside its figures. */
    static final Field<Instant> OBSERVED_AT = field(name("observed_at"), CREATOR_STATE.OBSERVED_AT.getDataType());

    /** Whether all, and whether any, of what is known of a unit is simulated. */
    static final Field<Integer> ALL_SIMULATED = field(name("all_simulated"), SQLDataType.INTEGER);

    static final Field<Integer> ANY_SIMULATED = field(name("any_simulated"), SQLDataType.INTEGER);

    private UnitFigures() {}

    /**
     * The statement that tells them.
     *
     * @param units a row a unit: the figures under their names, and the three columns above
     */
    static Select<?> select(Table<?> units, List<String> names) {
        List<Field<?>> columns = new ArrayList<>();
        names.forEach(figure -> columns.add(field(name(figure))));
        columns.addAll(List.of(OBSERVED_AT, ALL_SIMULATED, ANY_SIMULATED));
        return DSL.select(columns).from(units);
    }

    /**
     * Reads them.
     *
     * @param figures as {@link #select} makes it
     * @param fewest a unit with fewer known figures than this is left out
     */
    static Units read(InsightSql sql, Select<?> figures, List<String> names, int fewest) {
        return sql.read(figures, rows -> read(rows, names, fewest));
    }

    private static Units read(ResultSet rows, List<String> names, int fewest) throws SQLException {
        NumberColumns columns = new NumberColumns(names.size());
        long without = 0;
        long newest = Long.MIN_VALUE;
        boolean real = false;
        boolean simulated = false;
        while (rows.next()) {
            if (columns.add(rows) < fewest) {
                columns.dropLast();
                without++;
                continue;
            }
            newest = Math.max(newest, rows.getLong(names.size() + 1));
            real = real || rows.getInt(names.size() + 2) == 0;
            simulated = simulated || rows.getInt(names.size() + 3) == 1;
        }
        int n = columns.size();
        return new Units(
                Map.of(),
                columns.figures(names),
                new InsightSql.Basis(
                        n,
                        without,
                        n == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(newest)),
                        Origin.of(real, simulated)));
    }
}
