package io.virality.persistence;

import static io.virality.persistence.schema.Tables.CREATOR_STATE;
import static org.jooq.impl.DSL.inline;

import io.virality.domain.insight.Evidence;
import io.virality.domain.insight.ViralCreators;
import org.jooq.Condition;

final class ViralCreatorsQuery implements InsightQuery<ViralCreators> {

    private final InsightSql sql;

    ViralCreatorsQuery(InsightSql sql) {
        this.sql = sql;
    }

    @Override
    public Evidence gather(ViralCreators question) {
        RateColumns columns = RateColumns.of(question.definition());
        Condition large = CREATOR_STATE.FOLLOWERS.gt(question.minFollowers());
        return sql.evidenceOfRows(
                question,
                sql.jooq()
                        .select(
                                CREATOR_STATE.HANDLE,
                                CREATOR_STATE.NICKNAME,
                                CREATOR_STATE.FOLLOWERS,
                                columns.rate().as("engagement_rate"),
                                columns.likes().as("like_engagement_rate"))
                        .from(CREATOR_STATE)
                        // As good as not null, but it tells the planner that the rate's index leads to the first ones.
                        .where(columns.rate().ge(inline(0.0)))
                        .and(large)
                        .orderBy(columns.rate().desc(), CREATOR_STATE.FOLLOWERS.desc(), CREATOR_STATE.HANDLE)
                        .limit(inline(question.limit())),
                rows -> sql.ofCreators(large, columns.rate()));
    }
}
