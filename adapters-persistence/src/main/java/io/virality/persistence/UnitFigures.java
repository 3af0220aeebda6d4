package io.virality.persistence;

import static io.virality.persistence.schema.Tables.CREATOR_STATE;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import io.virality.domain.creator.Origin;
import io.virality.domain.stats.Figures;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.SQLDataType;

/**
 * Several figures of each unit, for statistics that SQL cannot compute, and what they rest on. Read row by row from the
 * driver: they are many.
 *
 * @param figures of those units that have enough of them
 * @param basis the units
 */
record UnitFigures(Figures figures, InsightSql.Basis basis) {

    /** When a unit was observed; a table of units has these three beside its figures. */
    static final Field<Instant> OBSERVED_AT = field(name("observed_at"), CREATOR_STATE.OBSERVED_AT.getDataType());

    /** Whether all, and whether any, of what is known of a unit is simulated. */
    static final Field<Integer> ALL_SIMULATED = field(name("all_simulated"), SQLDataType.INTEGER);

    static final Field<Integer> ANY_SIMULATED = field(name("any_simulated"), SQLDataType.INTEGER);

    /**
     * Reads them.
     *
     * @param units a row a unit: the figures under their names, and the three columns above
     * @param names of the figures
     * @param fewest a unit with fewer known figures than this is left out
     */
    static UnitFigures read(DSLContext jooq, Table<?> units, List<String> names, int fewest) {
        List<Field<?>> columns = new ArrayList<>();
        names.forEach(figure -> columns.add(field(name(figure))));
        columns.addAll(List.of(OBSERVED_AT, ALL_SIMULATED, ANY_SIMULATED));
        try (ResultSet rows = jooq.select(columns).from(units).fetchResultSet()) {
            return read(rows, names, fewest);
        } catch (SQLException e) {
            throw new DataAccessException("the figures cannot be read", e);
        }
    }

    private static UnitFigures read(ResultSet rows, List<String> names, int fewest) throws SQLException {
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
            real |= rows.getInt(names.size() + 2) == 0;
            simulated |= rows.getInt(names.size() + 3) == 1;
        }
        int n = columns.size();
        return new UnitFigures(
                columns.figures(names),
                new InsightSql.Basis(
                        n,
                        without,
                        n == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(newest)),
                        Origin.of(real, simulated)));
    }
}
