package io.virality.persistence;

import static io.virality.persistence.schema.Tables.BRAND;
import static io.virality.persistence.schema.Tables.SOURCE;
import static io.virality.persistence.schema.Tables.SPONSORSHIP;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;

import io.virality.domain.insight.CreatorSponsorships;
import io.virality.domain.insight.Evidence;
import java.time.Instant;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.SortField;
import org.jooq.impl.SQLDataType;

final class CreatorSponsorshipsQuery implements InsightQuery<CreatorSponsorships> {

    /** Amounts are stored in ten-thousandths. */
    private static final double SCALE = 10_000;

    private static final Field<Instant> LAST = coalesce(SPONSORSHIP.UNTIL_AT, SPONSORSHIP.FROM_AT);

    private final InsightSql sql;

    CreatorSponsorshipsQuery(InsightSql sql) {
        this.sql = sql;
    }

    @Override
    public Evidence gather(CreatorSponsorships question) {
        Condition meant = SPONSORSHIP
                .CREATOR_ID
                .eq(CreatorVideosQuery.holder(question.creator()))
                .and(SPONSORSHIP.RULES.isTrue());
        return sql.evidence(
                question,
                sql.jooq()
                        .select(
                                BRAND.NAME.as("brand"),
                                SPONSORSHIP.EVIDENCE,
                                InsightSql.moment(SPONSORSHIP.FROM_AT).as("from_at"),
                                InsightSql.moment(SPONSORSHIP.UNTIL_AT).as("until_at"),
                                SPONSORSHIP.VIDEOS,
                                SPONSORSHIP.VIDEO_ID.as("video"),
                                SPONSORSHIP.HASHTAGS,
                                SPONSORSHIP.FEE.div(inline(SCALE)).as("fee"),
                                SPONSORSHIP.CURRENCY)
                        .from(SPONSORSHIP)
                        .join(BRAND)
                        .on(BRAND.ID.eq(SPONSORSHIP.BRAND_ID))
                        .where(meant)
                        .orderBy(
                                order(question.order()),
                                LAST.desc().nullsLast(),
                                BRAND.NAME.asc(),
                                SPONSORSHIP.VIDEO_ID.asc().nullsLast(),
                                SPONSORSHIP.FROM_AT.asc())
                        .limit(inline(question.skipped()), inline((long) question.limit())),
                beside -> Units.of(basis(beside, meant)));
    }

    private static SortField<?> order(CreatorSponsorships.Order order) {
        return switch (order) {
            case NEWEST -> LAST.desc().nullsLast();
            case OLDEST -> LAST.asc().nullsLast();
            case BRAND -> BRAND.NAME.asc();
            case BRAND_DESCENDING -> BRAND.NAME.desc();
        };
    }

    private static InsightSql.Basis basis(InsightSql sql, Condition meant) {
        Field<Integer> simulated = SOURCE.SIMULATED.coerce(SQLDataType.INTEGER);
        var behind = sql.jooq()
                .select(count(), max(SPONSORSHIP.OBSERVED_AT), min(simulated), max(simulated))
                .from(SPONSORSHIP)
                .join(SOURCE)
                .on(SOURCE.ID.eq(SPONSORSHIP.SOURCE_ID))
                .where(meant)
                .fetchSingle();
        return new InsightSql.Basis(
                behind.value1(),
                0,
                Optional.ofNullable(behind.value2()),
                JooqDataset.origin(behind.value3(), behind.value4()));
    }
}
