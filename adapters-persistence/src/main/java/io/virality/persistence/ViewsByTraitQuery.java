package io.virality.persistence;

import static io.virality.persistence.InsightSql.N;
import static io.virality.persistence.InsightSql.VALUE;
import static io.virality.persistence.schema.Tables.VIDEO;
import static io.virality.persistence.schema.Tables.VIDEO_HASHTAG;
import static io.virality.persistence.schema.Tables.VIDEO_STATE;
import static org.jooq.impl.DSL.choose;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;

import io.virality.domain.insight.Evidence;
import io.virality.domain.insight.Trait;
import io.virality.domain.insight.ViewsByTrait;
import java.time.Duration;
import org.jooq.CaseWhenStep;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.impl.SQLDataType;

final class ViewsByTraitQuery implements InsightQuery<ViewsByTrait> {

    private static final long HOUR_LONG = Duration.ofHours(1).toMillis();

    private static final Field<Integer> CREATOR = field(name("creator_id"), SQLDataType.INTEGER);
    private static final Field<Integer> CREATORS = field(name("creators"), SQLDataType.INTEGER);
    private static final Field<Long> WEEKDAY = field(name("weekday"), SQLDataType.BIGINT);
    private static final Field<Long> HOUR = field(name("hour"), SQLDataType.BIGINT);

    private final InsightSql sql;

    ViewsByTraitQuery(InsightSql sql) {
        this.sql = sql;
    }

    @Override
    public Evidence gather(ViewsByTrait question) {
        boolean time = question.trait() == Trait.TIME;
        CommonTableExpression<?> measured = name("measured").as(measured(question));
        Field<String> trait = time ? hourOfWeek() : field(name(question.trait().id()), SQLDataType.CLOB);
        TraitValues values = new TraitValues();
        Evidence evidence =
                sql.evidence(question, time ? times(trait, measured) : frequent(question, trait, measured), beside -> {
                    values.read(
                            beside,
                            beside.jooq()
                                    .with(measured)
                                    .select(CREATOR, VALUE, trait)
                                    .from(measured));
                    return Units.of(RelativeViewsSql.basis(beside.jooq(), question.measure()));
                });
        return evidence.with(values.of(evidence.rows().stream()
                .map(row -> row.text(question.trait().id()))
                .toList()));
    }

    private static Select<?> measured(ViewsByTrait question) {
        Condition measurable = RelativeViewsSql.measurable(question.measure());
        Field<Double> ratio = RelativeViewsSql.RATIO.as(VALUE);
        return switch (question.trait()) {
            case TIME -> {
                // Calls of strftime for each video would take longer than all the rest.
                Field<Long> posted = VIDEO_STATE.POSTED_AT.coerce(SQLDataType.BIGINT);
                // 1970 began on a Thursday, three days after a Monday.
                Field<Long> weekday = posted.div(inline(24 * HOUR_LONG))
                        .plus(inline(3L))
                        .mod(inline(7L))
                        .plus(inline(1L));
                Field<Long> hour = posted.div(inline(HOUR_LONG)).mod(inline(24L));
                yield select(weekday.as(WEEKDAY), hour.as(HOUR), VIDEO_STATE.CREATOR_ID, ratio)
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

    private static Field<String> hourOfWeek() {
        CaseWhenStep<Long, String> day = choose(WEEKDAY).when(inline(1L), inline(Trait.WEEKDAYS.get(0)));
        for (int i = 1; i < Trait.WEEKDAYS.size(); i++) {
            day = day.when(inline(i + 1L), inline(Trait.WEEKDAYS.get(i)));
        }
        return concat(day, field("printf(' %02d:00', {0})", String.class, HOUR));
    }

    private Select<?> times(Field<String> time, CommonTableExpression<?> measured) {
        return sql.jooq()
                .with(measured)
                .select(
                        time.as(Trait.TIME.id()),
                        WEEKDAY,
                        HOUR,
                        countDistinct(CREATOR).as(CREATORS),
                        count().as(N))
                .from(measured)
                .groupBy(WEEKDAY, HOUR)
                .orderBy(WEEKDAY, HOUR);
    }

    private Select<?> frequent(ViewsByTrait question, Field<String> trait, CommonTableExpression<?> measured) {
        return sql.jooq()
                .with(measured)
                .select(trait, countDistinct(CREATOR).as(CREATORS), count().as(N))
                .from(measured)
                .groupBy(trait)
                .having(countDistinct(CREATOR).ge(inline((int) question.minimum())))
                .orderBy(trait);
    }
}
