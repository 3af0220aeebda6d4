package io.virality.persistence;

import static io.virality.persistence.schema.Tables.CREATOR_STATE;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectCount;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.when;

import io.virality.domain.creator.Origin;
import io.virality.domain.creator.Tier;
import io.virality.domain.creator.Tiers;
import io.virality.domain.insight.Column;
import io.virality.domain.insight.Evidence;
import io.virality.domain.insight.Question;
import io.virality.domain.insight.Row;
import io.virality.domain.insight.RowShape;
import io.virality.domain.insight.Statement;
import io.virality.domain.stats.Figures;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ForkJoinPool;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jooq.CaseConditionStep;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.SQLDataType;

/**
 * What the catalogue's statements are made of. Each is a plain SELECT that runs as it stands in the shell of SQLite 3.40:
 * values are inlined, nothing is bound.
 */
final class InsightSql {

    static final Field<Integer> N = field(name("n"), SQLDataType.INTEGER);
    static final Field<Double> VALUE = field(name("value"), SQLDataType.DOUBLE);

    private final Database database;
    private final DSLContext jooq;
    private final DSLContext beside;

    /** Makes something of the rows of a statement. */
    @FunctionalInterface
    interface Reading<T> {
        T of(ResultSet rows) throws SQLException;
    }

    /**
     * Statements on one state of the data.
     *
     * @param jooq on one connection
     * @param beside on another one that sees the same
     */
    InsightSql(Database database, DSLContext jooq, DSLContext beside) {
        this.database = database;
        this.jooq = jooq;
        this.beside = beside;
    }

    DSLContext jooq() {
        return jooq;
    }

    /** What the rows of a statement rest on: how many units, when they were observed, whether they are real. */
    record Basis(long n, long withoutValue, Optional<Instant> asOf, Origin origin) {

        /** Of these units and of others. */
        Basis and(Basis other) {
            return new Basis(
                    n + other.n,
                    withoutValue + other.withoutValue,
                    Stream.of(asOf, other.asOf).flatMap(Optional::stream).max(Comparator.naturalOrder()),
                    n == 0 ? other.origin : other.n == 0 || origin == other.origin ? origin : Origin.MIXED);
        }
    }

    /**
     * What a statement answers. What is behind its rows is read by the other connection meanwhile: both look through the
     * same units, and take about as long.
     */
    Evidence evidence(Question question, Select<?> select, Function<InsightSql, Units> behind) {
        String statement = jooq.renderInlined(select);
        return both(() -> rows(question, statement), behind, (rows, units) -> evidence(statement, rows, units));
    }

    /** The condition on the id of a creator, in whatever table it stands, by which half of all are meant. */
    @FunctionalInterface
    interface Half extends Function<Field<Integer>, Condition> {}

    /**
     * What a statement answers that tells of creators in the order of their ids: each connection reads half of its rows.
     *
     * @param select the statement of those creators whose id meets a condition, in each of its tables
     */
    Evidence evidenceInHalves(Question question, Function<Half, Select<?>> select, Supplier<Basis> basis) {
        List<Row> rows = inHalves(
                (sql, half) -> sql.rows(question, sql.jooq.renderInlined(select.apply(half))), (first, second) -> {
                    first.addAll(second);
                    return first;
                });
        return evidence(statement(select), rows, Units.of(basis.get()));
    }

    /**
     * The figures that a statement tells of units, from which everything else is computed: each connection reads those of
     * half of the creators.
     *
     * @param select the statement of the creators of a half
     * @param reading runs it
     */
    Evidence evidenceOfFigures(Function<Half, Select<?>> select, BiFunction<InsightSql, Half, Units> reading) {
        return evidence(statement(select), List.of(), inHalves(reading, Units::and));
    }

    /** The statement of all creators, as it is shown. */
    String statement(Function<Half, Select<?>> select) {
        return jooq.renderInlined(select.apply(id -> noCondition()));
    }

    /** What is read of the creators in the order of their ids, half of them on each connection. */
    <T> T inHalves(BiFunction<InsightSql, Half, T> reading, BinaryOperator<T> joined) {
        int middle = read(jooq.select(max(CREATOR_STATE.CREATOR_ID)).from(CREATOR_STATE), row -> row.getInt(1)) / 2;
        return both(
                () -> reading.apply(this, id -> id.le(inline(middle))),
                other -> reading.apply(other, id -> id.gt(inline(middle))),
                joined);
    }

    /** Both at once, each on its own connection. */
    private <A, B, C> C both(Supplier<A> here, Function<InsightSql, B> beside, BiFunction<A, B, C> joined) {
        InsightSql other = new InsightSql(database, this.beside, jooq);
        CompletableFuture<B> there =
                CompletableFuture.supplyAsync(() -> beside.apply(other), ForkJoinPool.commonPool());
        try {
            return joined.apply(here.get(), there.join());
        } catch (CompletionException e) {
            throw database.failure(e.getCause());
        } finally {
            // No reading outlives its question: the file may be closed next.
            there.exceptionally(failed -> null).join();
        }
    }

    /** The same where the rows say themselves what they rest on, or little needs to be read for it. */
    Evidence evidenceOfRows(Question question, Select<?> select, Function<List<Row>, Basis> basis) {
        String statement = jooq.renderInlined(select);
        List<Row> rows = rows(question, statement);
        return evidence(statement, rows, Units.of(basis.apply(rows)));
    }

    static Evidence evidence(String statement, List<Row> rows, Units units) {
        return new Evidence(
                new Statement("sqlite", statement),
                rows,
                units.samples(),
                units.basis().n(),
                units.basis().withoutValue(),
                units.basis().asOf(),
                units.basis().origin(),
                units.figures());
    }

    /** What is made of the rows of a statement, read from the driver: rows may be many. */
    <T> T read(Select<?> select, Reading<T> reading) {
        return read(jooq.renderInlined(select), reading);
    }

    /** The same of a statement that is rendered already. */
    <T> T read(String statement, Reading<T> reading) {
        try {
            return jooq.connectionResult(connection -> {
                try (var plain = connection.createStatement();
                        ResultSet rows = plain.executeQuery(statement)) {
                    return reading.of(rows);
                }
            });
        } catch (DataAccessException e) {
            throw database.failure(e);
        }
    }

    /**
     * The basis of a question about the creators that a condition means, by the value that it measures. Each part finds
     * its answer in an index: together they are far cheaper than one look at all creators.
     */
    Basis ofCreators(Condition meant, Field<?> value) {
        Condition measured = meant.and(value.isNotNull());
        var behind = jooq.select(
                field(selectCount().from(CREATOR_STATE).where(meant)),
                field(selectCount().from(CREATOR_STATE).where(meant).and(value.isNull())),
                field(select(CREATOR_STATE.OBSERVED_AT)
                        .from(CREATOR_STATE)
                        // Seen as a plain condition, the planner would sort all who meet it to find the newest.
                        .where(condition("coalesce({0}, 0)", measured))
                        .orderBy(CREATOR_STATE.OBSERVED_AT.desc())
                        .limit(inline(1))),
                field(exists(selectOne()
                        .from(CREATOR_STATE)
                        .where(CREATOR_STATE.SIMULATED.eq(false))
                        .and(measured))),
                field(exists(selectOne()
                        .from(CREATOR_STATE)
                        .where(CREATOR_STATE.SIMULATED.eq(true))
                        .and(measured))));
        return read(behind, row -> {
            long all = row.getLong(1);
            long without = row.getLong(2);
            return new Basis(
                    all - without,
                    without,
                    all == without ? Optional.empty() : Optional.of(Instant.ofEpochMilli(row.getLong(3))),
                    Origin.of(row.getBoolean(4), row.getBoolean(5)));
        });
    }

    /** The name of the tier of so many followers. */
    static Field<String> tier(Tiers tiers, Field<Long> followers) {
        List<Tier> all = tiers.all();
        Tier largest = all.get(all.size() - 1);
        CaseConditionStep<String> step = when(followers.ge(inline(largest.fewest())), inline(largest.name()));
        for (int i = all.size() - 2; i > 0; i--) {
            step = step.when(
                    followers.ge(inline(all.get(i).fewest())), inline(all.get(i).name()));
        }
        return step.otherwise(inline(all.get(0).name()));
    }

    /** Who has as many followers as belong to that tier. */
    static Condition inTier(Tiers tiers, Tier tier, Field<Long> followers) {
        Condition large = followers.ge(inline(tier.fewest()));
        return tiers.end(tier).isPresent()
                ? large.and(followers.lt(inline(tiers.end(tier).getAsLong())))
                : large;
    }

    /** All rows of a statement whose columns are numbers. */
    Figures figures(Select<?> select) {
        List<String> names = select.getSelect().stream().map(Field::getName).toList();
        return read(select, rows -> {
            NumberColumns columns = new NumberColumns(names.size());
            while (rows.next()) {
                columns.add(rows);
            }
            return columns.figures(names);
        });
    }

    /** A moment as documents write it. */
    static Field<String> moment(Field<Instant> milliseconds) {
        return field("strftime('%Y-%m-%dT%H:%M:%SZ', {0} / 1000, 'unixepoch')", String.class, milliseconds);
    }

    /** A row of what was read. */
    private record KeptRow(List<ColumnValues> columns, int row) implements RowShape.Source {

        @Override
        public int size() {
            return columns.size();
        }

        @Override
        public Object at(int place) {
            return columns.get(place).at(row);
        }

        @Override
        public double number(int place) {
            return columns.get(place).number(row);
        }
    }

    /** The columns stand in the statement in the topic's order. */
    private List<Row> rows(Question question, String statement) {
        List<Column> columns = question.topic().columns().stream()
                .filter(column -> !column.computed())
                .toList();
        RowShape shape = new RowShape(columns.stream().map(Column::name).toList());
        List<ColumnValues> values =
                columns.stream().map(column -> ColumnValues.of(column.type())).toList();
        return read(statement, found -> {
            List<Row> rows = new ArrayList<>();
            while (found.next()) {
                for (int i = 0; i < values.size(); i++) {
                    values.get(i).add(found, i + 1);
                }
                rows.add(shape.row(new KeptRow(values, rows.size())));
            }
            return rows;
        });
    }
}
