package io.virality.persistence;

import static io.virality.persistence.InsightSql.VALUE;
import static io.virality.persistence.schema.Tables.VIDEO;
import static io.virality.persistence.schema.Tables.VIDEO_STATE;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.select;

import io.virality.domain.insight.Evidence;
import io.virality.domain.insight.Row;
import io.virality.domain.insight.Trait;
import io.virality.domain.insight.ViewsByTrait;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.impl.SQLDataType;

/** The value of each video, with what it has in common with others; which these are, is gathered from the rows. */
final class ViewsByTraitQuery implements InsightQuery<ViewsByTrait> {

    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final int HOURS_A_DAY = 24;
    private static final int HOURS_A_WEEK = 7 * HOURS_A_DAY;

    private final InsightSql sql;

    ViewsByTraitQuery(InsightSql sql) {
        this.sql = sql;
    }

    /** What is read of half of the videos. */
    private record Gathered(TraitValues values, InsightSql.Basis basis) {

        Gathered and(Gathered others) {
            return new Gathered(values.and(others.values), basis.and(others.basis));
        }
    }

    @Override
    public Evidence gather(ViewsByTrait question) {
        Gathered gathered = sql.inHalves((reading, half) -> gathered(question, reading, half), Gathered::and);
        List<TraitValues.Videos> groups = gathered.values().all().stream()
                .filter(group -> !question.frequentOnly() || group.creators() >= question.minimum())
                .sorted(order(question.trait()))
                .toList();
        return InsightSql.evidence(
                sql.statement(half -> measured(question, half)),
                groups.stream().map(group -> row(question.trait(), group)).toList(),
                new Units(Map.of(), TraitValues.figures(groups), gathered.basis()));
    }

    private static Gathered gathered(ViewsByTrait question, InsightSql reading, InsightSql.Half half) {
        boolean several = question.trait() == Trait.HASHTAG;
        return new Gathered(
                reading.read(measured(question, half), rows -> TraitValues.read(rows, several)),
                RelativeViewsSql.basis(reading.jooq(), half.apply(VIDEO_STATE.CREATOR_ID), question.measure()));
    }

    private static Select<?> measured(ViewsByTrait question, InsightSql.Half half) {
        Field<?> trait = trait(question.trait());
        Condition measurable = half.apply(VIDEO_STATE.CREATOR_ID)
                .and(RelativeViewsSql.measurable(question.measure()))
                .and(trait.isNotNull());
        return select(
                        VIDEO_STATE.CREATOR_ID,
                        RelativeViewsSql.RATIO.as(VALUE),
                        trait.as(question.trait().id()))
                .from(
                        question.trait() == Trait.TIME
                                ? VIDEO_STATE
                                : VIDEO_STATE.join(VIDEO).on(VIDEO.ID.eq(VIDEO_STATE.VIDEO_ID)))
                .where(measurable)
                .orderBy(VIDEO_STATE.CREATOR_ID);
    }

    /** Hours are counted from Monday. */
    private static Field<?> trait(Trait trait) {
        return switch (trait) {
            // Calls of strftime for each video would take longer than all the rest. 1970 began on a Thursday.
            case TIME ->
                VIDEO_STATE
                        .POSTED_AT
                        .coerce(SQLDataType.BIGINT)
                        .div(inline(HOUR))
                        .plus(inline(3 * HOURS_A_DAY))
                        .mod(inline(HOURS_A_WEEK));
            case HASHTAG -> lower(VIDEO.HASHTAGS);
            case SOUND -> VIDEO.SOUND;
        };
    }

    private static Comparator<TraitValues.Videos> order(Trait trait) {
        return trait == Trait.TIME
                ? Comparator.comparingInt(group -> Integer.parseInt(group.trait()))
                : Comparator.comparing(TraitValues.Videos::trait);
    }

    private static Row row(Trait trait, TraitValues.Videos group) {
        Map<String, Object> row = new LinkedHashMap<>();
        if (trait == Trait.TIME) {
            int hourOfWeek = Integer.parseInt(group.trait());
            int weekday = hourOfWeek / HOURS_A_DAY;
            int hour = hourOfWeek % HOURS_A_DAY;
            row.put(trait.id(), String.format(Locale.ROOT, "%s %02d:00", Trait.WEEKDAYS.get(weekday), hour));
            row.put("weekday", weekday + 1L);
            row.put("hour", (long) hour);
        } else {
            row.put(trait.id(), group.trait());
        }
        row.put("creators", group.creators());
        row.put("n", group.n());
        return new Row(row);
    }
}
