package io.virality.persistence;

import static io.virality.persistence.InsightSql.N;
import static io.virality.persistence.InsightSql.POSITION;
import static io.virality.persistence.InsightSql.VALUE;
import static io.virality.persistence.InsightSql.quantile;
import static io.virality.persistence.schema.Tables.VIDEO;
import static io.virality.persistence.schema.Tables.VIDEO_HASHTAG;
import static io.virality.persistence.schema.Tables.VIDEO_STATE;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.partitionBy;
import static org.jooq.impl.DSL.rowNumber;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.when;

import io.virality.domain.insight.Evidence;
import io.virality.domain.insight.Row;
import io.virality.domain.insight.Trait;
import io.virality.domain.insight.ViewsByTrait;
import io.virality.domain.stats.Figures;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.CaseConditionStep;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.impl.SQLDataType;

final class ViewsByTraitQuery implements InsightQuery<ViewsByTrait> {

    private static final Field<Integer> CREATOR = field(name("creator_id"), SQLDataType.INTEGER);
    private static final Field<Integer> CREATORS = field(name("creators"), SQLDataType.INTEGER);
    private static final Field<Integer> WEEKDAY = field(name("weekday"), SQLDataType.INTEGER);
    private static final Field<Integer> HOUR = field(name("hour"), SQLDataType.INTEGER);

    private final InsightSql sql;

    ViewsByTraitQuery(InsightSql sql) {
        this.sql = sql;
    }

    @Override
    public Evidence gather(ViewsByTrait question) {
        Field<String> trait = field(name(question.trait().id()), SQLDataType.CLOB);
        CommonTableExpression<?> measured = name("measured").as(measured(question));
        Evidence evidence = sql.evidence(
                question,
                question.trait() == Trait.TIME ? times(trait, measured) : frequent(question, trait, measured),
                beside -> Units.of(RelativeViewsSql.basis(beside.jooq(), question.measure())));
        return evidence.with(figures(evidence.rows(), trait, measured));
    }

    private static Select<?> measured(ViewsByTrait question) {
        Condition measurable = RelativeViewsSql.measurable(question.measure());
        Field<Double> ratio = RelativeViewsSql.RATIO.as(VALUE);
        return switch (question.trait()) {
            case TIME -> {
                Field<Integer> weekday = InsightSql.timePart("%w", VIDEO_STATE.POSTED_AT)
                        .plus(6)
                        .mod(7)
                        .plus(1);
                Field<Integer> hour = InsightSql.timePart("%H", VIDEO_STATE.POSTED_AT);
                yield select(
                                concat(
                                                day(weekday),
                                                field(
                                                        "strftime(' %H:00', {0} / 1000, 'unixepoch')",
                                                        String.class, VIDEO_STATE.POSTED_AT))
                                        .as(Trait.TIME.id()),
                                weekday.as(WEEKDAY),
                                hour.as(HOUR),
                                VIDEO_STATE.CREATOR_ID,
                                ratio)
                        .from(VIDEO_STATE)
                        .where(measurable);
            }
            case HASHTAG ->
                select(VIDEO_HASHTAG.HASHTAG, VIDEO_STATE.CREATOR_ID, ratio)
                        .from(VIDEO_HASHTAG)
                        .join(VIDEO_STATE)
                        .on(VIDEO_STATE.CREATOR_ID.eq(VIDEO_HASHTAG.CREATOR_ID))
                        .and(VIDEO_STATE.VIDEO_ID.eq(VIDEO_HASHTAG.VIDEO_ID))
                        .where(measurable);
            case SOUND ->
                select(VIDEO.SOUND, VIDEO_STATE.CREATOR_ID, ratio)
                        .from(VIDEO_STATE)
                        .join(VIDEO)
                        .on(VIDEO.ID.eq(VIDEO_STATE.VIDEO_ID))
                        .where(measurable)
                        .and(VIDEO.SOUND.isNotNull());
        };
    }

    private static Field<String> day(Field<Integer> weekday) {
        CaseConditionStep<String> step = when(weekday.eq(inline(1)), inline(Trait.WEEKDAYS.get(0)));
        for (int i = 1; i < Trait.WEEKDAYS.size() - 1; i++) {
            step = step.when(weekday.eq(inline(i + 1)), inline(Trait.WEEKDAYS.get(i)));
        }
        return step.otherwise(inline(Trait.WEEKDAYS.get(Trait.WEEKDAYS.size() - 1)));
    }

    private Select<?> times(Field<String> trait, CommonTableExpression<?> measured) {
        var ranked = select(trait, WEEKDAY, HOUR, CREATOR, VALUE)
                .select(
                        rowNumber().over(partitionBy(trait).orderBy(VALUE)).as(POSITION),
                        count().over(partitionBy(trait)).as(N))
                .from(measured)
                .asTable("ranked");
        return sql.jooq()
                .with(measured)
                .select(
                        trait,
                        WEEKDAY,
                        HOUR,
                        countDistinct(CREATOR).as(CREATORS),
                        count().as(N),
                        quantile("0.5").as("median"))
                .from(ranked)
                .groupBy(trait, WEEKDAY, HOUR)
                .orderBy(WEEKDAY, HOUR);
    }

    private Select<?> frequent(ViewsByTrait question, Field<String> trait, CommonTableExpression<?> measured) {
        CommonTableExpression<?> frequent = name("frequent")
                .as(select(trait, countDistinct(CREATOR).as(CREATORS), count().as(N))
                        .from(measured)
                        .groupBy(trait)
                        .having(countDistinct(CREATOR).ge(inline((int) question.minimum()))));
        var ranked = select(frequent.field(trait), CREATORS, N, VALUE)
                .select(rowNumber()
                        .over(partitionBy(frequent.field(trait)).orderBy(VALUE))
                        .as(POSITION))
                .from(frequent)
                .join(measured)
                .on(measured.field(trait).eq(frequent.field(trait)))
                .asTable("ranked");
        Field<Double> median = quantile("0.5").as("median");
        return sql.jooq()
                .with(measured)
                .with(frequent)
                .select(trait, max(CREATORS).as(CREATORS), count().as(N), median)
                .from(ranked)
                .groupBy(trait)
                .orderBy(median.desc(), count().desc(), trait)
                .limit(inline(question.limit()));
    }

    private Figures figures(List<Row> rows, Field<String> trait, CommonTableExpression<?> measured) {
        Map<String, Integer> numbers = new HashMap<>();
        rows.forEach(row -> numbers.put(row.text(trait.getName()), numbers.size()));
        List<double[]> units = new ArrayList<>();
        sql.jooq()
                .with(measured)
                .select(trait, CREATOR, VALUE)
                .from(table(measured.getUnqualifiedName()))
                .where(trait.in(numbers.keySet()))
                .forEach(unit -> units.add(new double[] {numbers.get(unit.value1()), unit.value2(), unit.value3()}));
        Map<String, double[]> columns = new LinkedHashMap<>();
        for (int i = 0; i < ViewsByTrait.FIGURES.size(); i++) {
            int column = i;
            columns.put(
                    ViewsByTrait.FIGURES.get(i),
                    units.stream().mapToDouble(unit -> unit[column]).toArray());
        }
        return new Figures(columns);
    }
}
