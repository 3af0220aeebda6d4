package io.virality.persistence;

import static io.virality.persistence.schema.Tables.CREATOR_STATE;
import static io.virality.persistence.schema.Tables.SALE;
import static io.virality.persistence.schema.Tables.VIDEO;
import static io.virality.persistence.schema.Tables.VIDEO_SNAPSHOT;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;

import io.virality.domain.insight.DatasetCompleteness;
import io.virality.domain.insight.Evidence;
import io.virality.domain.insight.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record4;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** One look at each table, which counts all its fields. */
final class DatasetCompletenessQuery implements InsightQuery<DatasetCompleteness> {

    private static final Name ALL = name("n");

    private final InsightSql sql;

    DatasetCompletenessQuery(InsightSql sql) {
        this.sql = sql;
    }

    /** A table and where the fields stand in it. */
    private record Counted(String record, Name name, Table<?> table, Condition meant, Map<String, Field<?>> fields) {}

    @Override
    public Evidence gather(DatasetCompleteness question) {
        List<CommonTableExpression<?>> looks = new ArrayList<>();
        Select<Record4<String, String, Integer, Integer>> rows = null;
        for (Counted counted : tables()) {
            List<Field<?>> counts = new ArrayList<>(List.of(count().as(ALL)));
            counted.fields().forEach((known, column) -> counts.add(count(column).as(known)));
            looks.add(counted.name().as(select(counts).from(counted.table()).where(counted.meant())));
            for (String known : counted.fields().keySet()) {
                Field<Integer> n = field(ALL, SQLDataType.INTEGER);
                var row = select(
                                inline(counted.record()).as("record"),
                                inline(known).as("field"),
                                n.as(InsightSql.N),
                                n.minus(field(name(known), SQLDataType.INTEGER)).as("unknown"))
                        .from(table(counted.name()));
                rows = rows == null ? row : rows.unionAll(row);
            }
        }
        Field<Integer> unknown = field(name("unknown"), SQLDataType.INTEGER);
        return sql.evidenceOfRows(
                question,
                sql.jooq()
                        .with(looks)
                        .select(
                                field(name("record")),
                                field(name("field")),
                                InsightSql.N,
                                unknown,
                                unknown.cast(SQLDataType.DOUBLE)
                                        .div(InsightSql.N)
                                        .as("share"))
                        .from(rows.asTable("fields"))
                        .where(InsightSql.N.gt(inline(0))),
                this::basis);
    }

    private InsightSql.Basis basis(List<Row> rows) {
        Map<String, Long> records = new LinkedHashMap<>();
        rows.forEach(row -> records.put(row.text("record"), row.count("n")));
        InsightSql.Basis creators = sql.ofCreators(noCondition(), CREATOR_STATE.CREATOR_ID);
        return new InsightSql.Basis(
                records.values().stream().mapToLong(Long::longValue).sum(), 0, creators.asOf(), creators.origin());
    }

    private static List<Counted> tables() {
        return List.of(
                new Counted(
                        "creator",
                        name("creators"),
                        CREATOR_STATE,
                        noCondition(),
                        fields(
                                DatasetCompleteness.OF_CREATORS,
                                CREATOR_STATE.NICKNAME,
                                CREATOR_STATE.BIOGRAPHY,
                                CREATOR_STATE.BIO_LINK,
                                CREATOR_STATE.REGION,
                                CREATOR_STATE.LANGUAGE,
                                CREATOR_STATE.CATEGORY,
                                CREATOR_STATE.VERIFIED,
                                CREATOR_STATE.FOLLOWERS,
                                CREATOR_STATE.FOLLOWING,
                                CREATOR_STATE.LIKES,
                                CREATOR_STATE.VIDEOS,
                                CREATOR_STATE.PROVIDER_RATE,
                                CREATOR_STATE.BY_VIEWS_RATE,
                                CREATOR_STATE.BY_FOLLOWERS_RATE)),
                new Counted(
                        "video",
                        name("videos"),
                        VIDEO,
                        noCondition(),
                        fields(
                                DatasetCompleteness.OF_VIDEOS,
                                VIDEO.CREATOR_ID,
                                VIDEO.POSTED_AT,
                                VIDEO.CAPTION,
                                VIDEO.SOUND,
                                VIDEO.DURATION_SECONDS)),
                new Counted(
                        "video observation",
                        name("observations"),
                        VIDEO_SNAPSHOT,
                        noCondition(),
                        fields(
                                DatasetCompleteness.OF_VIDEO_COUNTS,
                                VIDEO_SNAPSHOT.VIEWS,
                                VIDEO_SNAPSHOT.LIKES,
                                VIDEO_SNAPSHOT.COMMENTS,
                                VIDEO_SNAPSHOT.SHARES,
                                VIDEO_SNAPSHOT.SAVES)),
                new Counted(
                        "sale",
                        name("sales"),
                        SALE,
                        SALE.RULES.isTrue(),
                        fields(
                                DatasetCompleteness.OF_SALES,
                                SALE.CREATOR_ID,
                                SALE.VIDEO_ID,
                                SALE.CONTENT_TYPE,
                                SALE.PROMO_CODE,
                                SALE.UNITS,
                                SALE.REFUNDS,
                                SALE.COMMISSION)));
    }

    private static Map<String, Field<?>> fields(List<String> names, Field<?>... columns) {
        Map<String, Field<?>> fields = new LinkedHashMap<>();
        for (int i = 0; i < columns.length; i++) {
            fields.put(names.get(i), columns[i]);
        }
        return fields;
    }
}
