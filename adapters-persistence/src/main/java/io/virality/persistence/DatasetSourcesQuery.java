package io.virality.persistence;

import static io.virality.persistence.schema.Tables.AD_RESULT;
import static io.virality.persistence.schema.Tables.CREATOR_GROWTH;
import static io.virality.persistence.schema.Tables.CREATOR_PROFILE;
import static io.virality.persistence.schema.Tables.CREATOR_SNAPSHOT;
import static io.virality.persistence.schema.Tables.PRODUCT;
import static io.virality.persistence.schema.Tables.PROMO_CODE;
import static io.virality.persistence.schema.Tables.SALE;
import static io.virality.persistence.schema.Tables.SHOP;
import static io.virality.persistence.schema.Tables.SOURCE;
import static io.virality.persistence.schema.Tables.SOURCE_TALLY;
import static io.virality.persistence.schema.Tables.SPONSORSHIP;
import static io.virality.persistence.schema.Tables.TOUCH;
import static io.virality.persistence.schema.Tables.VIDEO_SNAPSHOT;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.when;

import io.virality.domain.creator.Freshness;
import io.virality.domain.creator.Origin;
import io.virality.domain.insight.DatasetSources;
import io.virality.domain.insight.Evidence;
import io.virality.domain.insight.Row;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jooq.CaseConditionStep;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

final class DatasetSourcesQuery implements InsightQuery<DatasetSources> {

    /** In the order of {@link DatasetSources#KINDS}. */
    private static final List<Table<?>> TABLES = List.of(
            CREATOR_PROFILE,
            CREATOR_SNAPSHOT,
            VIDEO_SNAPSHOT,
            CREATOR_GROWTH,
            SHOP,
            PRODUCT,
            SALE,
            AD_RESULT,
            SPONSORSHIP,
            TOUCH,
            PROMO_CODE);

    private static final Set<Table<?>> TALLIED = Set.of(CREATOR_SNAPSHOT, VIDEO_SNAPSHOT);

    private static final Field<Integer> SAID_BY = field(name("source_id"), SQLDataType.INTEGER);
    private static final Field<Integer> PLACE = field(name("place"), SQLDataType.INTEGER);
    private static final Field<String> KIND = field(name("kind"), SQLDataType.CLOB);
    private static final Field<Instant> OLDEST = field(name("oldest_at"), CREATOR_SNAPSHOT.OBSERVED_AT.getDataType());
    private static final Field<Instant> NEWEST = field(name("newest_at"), CREATOR_SNAPSHOT.OBSERVED_AT.getDataType());

    private final InsightSql sql;

    DatasetSourcesQuery(InsightSql sql) {
        this.sql = sql;
    }

    @Override
    public Evidence gather(DatasetSources question) {
        Select<? extends Record> loaded = null;
        for (int place = 0; place < TABLES.size(); place++) {
            Table<?> table = TABLES.get(place);
            loaded = with(loaded, TALLIED.contains(table) ? tallied(place, table) : counted(place, table));
        }
        return sql.evidenceOfRows(
                question,
                sql.jooq()
                        .select(
                                SOURCE.NAME.as("source"),
                                SOURCE.VERSION,
                                when(SOURCE.SIMULATED.isTrue(), inline(Origin.SIMULATED.id()))
                                        .otherwise(inline(Origin.REAL.id()))
                                        .as("data"),
                                freshness().as("freshness"),
                                KIND,
                                InsightSql.N,
                                InsightSql.moment(OLDEST).as("oldest"),
                                InsightSql.moment(NEWEST).as("newest"))
                        .from(loaded.asTable("loaded"))
                        .join(SOURCE)
                        .on(SOURCE.ID.eq(SAID_BY))
                        .orderBy(SOURCE.ID, PLACE),
                DatasetSourcesQuery::basis);
    }

    @SuppressWarnings("unchecked") // All parts of the union have the same columns.
    private static Select<? extends Record> with(Select<? extends Record> loaded, Select<? extends Record> counted) {
        return loaded == null ? counted : ((Select<Record>) loaded).unionAll((Select<Record>) counted);
    }

    /** Counted as they were stored: an index of all observations by source would slow every import more. */
    private static Select<? extends Record> tallied(int place, Table<?> table) {
        return select(
                        SOURCE_TALLY.SOURCE_ID.as(SAID_BY),
                        inline(place).as(PLACE),
                        inline(DatasetSources.KINDS.get(place)).as(KIND),
                        SOURCE_TALLY.N.as(InsightSql.N),
                        SOURCE_TALLY.OLDEST_AT.as(OLDEST),
                        SOURCE_TALLY.NEWEST_AT.as(NEWEST))
                .from(SOURCE_TALLY)
                .where(SOURCE_TALLY.TOLD.eq(inline(table.getName())));
    }

    private static Select<? extends Record> counted(int place, Table<?> table) {
        Field<Integer> saidBy = table.field("source_id", Integer.class);
        Field<Instant> observedAt = table.field("observed_at", CREATOR_SNAPSHOT.OBSERVED_AT.getDataType());
        return select(
                        saidBy.as(SAID_BY),
                        inline(place).as(PLACE),
                        inline(DatasetSources.KINDS.get(place)).as(KIND),
                        count().as(InsightSql.N),
                        min(observedAt).as(OLDEST),
                        max(observedAt).as(NEWEST))
                .from(table)
                .groupBy(saidBy);
    }

    private static Field<String> freshness() {
        CaseConditionStep<String> step = null;
        for (Freshness each : Freshness.values()) {
            Field<String> word = inline(each.name().toLowerCase(Locale.ROOT));
            Condition meant = SOURCE.FRESHNESS.eq(inline(each.ordinal()));
            step = step == null ? when(meant, word) : step.when(meant, word);
        }
        return step;
    }

    private static InsightSql.Basis basis(List<Row> rows) {
        return new InsightSql.Basis(
                rows.stream().mapToLong(row -> row.count("n")).sum(),
                0,
                rows.stream().map(row -> Instant.parse(row.text("newest"))).max(Comparator.naturalOrder()),
                Origin.of(
                        rows.stream().anyMatch(row -> Origin.REAL.id().equals(row.text("data"))),
                        rows.stream().anyMatch(row -> Origin.SIMULATED.id().equals(row.text("data")))));
    }
}
