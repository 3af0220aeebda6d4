package io.virality.persistence;

import static io.virality.persistence.schema.Tables.CREATOR_SNAPSHOT;
import static io.virality.persistence.schema.Tables.CREATOR_STATE;
import static io.virality.persistence.schema.Tables.SOURCE;
import static io.virality.persistence.schema.Tables.VIDEO;
import static io.virality.persistence.schema.Tables.VIDEO_SNAPSHOT;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.partitionBy;
import static org.jooq.impl.DSL.rowNumber;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.when;

import io.virality.domain.insight.Observation;
import java.time.Instant;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** Videos as one of their observations saw them, with the followers that their creators had then. */
final class VideoFigures {

    private static final Name OBSERVED = name("observed");
    static final Field<Integer> VIDEO_ID = field(OBSERVED.append("video_id"), SQLDataType.INTEGER);
    static final Field<Integer> CREATOR = field(OBSERVED.append("creator_id"), SQLDataType.INTEGER);
    static final Field<Long> VIEWS = field(OBSERVED.append("views"), SQLDataType.BIGINT);
    static final Field<Long> INTERACTIONS = field(OBSERVED.append("interactions"), SQLDataType.BIGINT);
    static final Field<Long> FOLLOWERS = field(OBSERVED.append("followers"), SQLDataType.BIGINT);
    static final Field<Instant> OBSERVED_AT =
            field(OBSERVED.append("observed_at"), CREATOR_STATE.OBSERVED_AT.getDataType());
    static final Field<Boolean> SIMULATED = field(OBSERVED.append("simulated"), SQLDataType.BOOLEAN);

    private VideoFigures() {}

    /** One row a video: by its oldest or newest observation, of several at that moment the one to prefer. */
    static Table<?> observed(Observation observation) {
        Field<Integer> place = field(name("place"), SQLDataType.INTEGER);
        Table<?> all = select(
                        VIDEO.ID.as("video_id"),
                        VIDEO.CREATOR_ID,
                        VIDEO_SNAPSHOT.VIEWS,
                        VIDEO_SNAPSHOT
                                .LIKES
                                .plus(VIDEO_SNAPSHOT.COMMENTS)
                                .plus(VIDEO_SNAPSHOT.SHARES)
                                .as("interactions"),
                        CREATOR_SNAPSHOT.FOLLOWERS,
                        VIDEO_SNAPSHOT.OBSERVED_AT,
                        SOURCE.SIMULATED,
                        rowNumber()
                                .over(partitionBy(VIDEO.ID)
                                        .orderBy(
                                                observation == Observation.FIRST
                                                        ? VIDEO_SNAPSHOT.OBSERVED_AT.asc()
                                                        : VIDEO_SNAPSHOT.OBSERVED_AT.desc(),
                                                SOURCE.FRESHNESS.asc(),
                                                SOURCE.ID.asc()))
                                .as(place))
                .from(VIDEO)
                .join(VIDEO_SNAPSHOT)
                .on(VIDEO_SNAPSHOT.VIDEO_ID.eq(VIDEO.ID))
                .join(SOURCE)
                .on(SOURCE.ID.eq(VIDEO_SNAPSHOT.SOURCE_ID))
                .leftJoin(CREATOR_SNAPSHOT)
                .on(CREATOR_SNAPSHOT.CREATOR_ID.eq(VIDEO.CREATOR_ID))
                .and(CREATOR_SNAPSHOT.OBSERVED_AT.eq(VIDEO_SNAPSHOT.OBSERVED_AT))
                .and(CREATOR_SNAPSHOT.SOURCE_ID.eq(VIDEO_SNAPSHOT.SOURCE_ID))
                .asTable("observations");
        return select(all.fields()).from(all).where(place.eq(inline(1))).asTable("observed");
    }

    static InsightSql.Basis basis(DSLContext jooq, Table<?> observed) {
        Condition complete = FOLLOWERS.isNotNull().and(VIEWS.gt(inline(0L))).and(INTERACTIONS.isNotNull());
        var behind = jooq.select(
                        count(when(complete, inline(1))),
                        count(when(complete.not(), inline(1))),
                        max(when(complete, OBSERVED_AT)),
                        min(when(complete, SIMULATED.coerce(SQLDataType.INTEGER))),
                        max(when(complete, SIMULATED.coerce(SQLDataType.INTEGER))))
                .from(observed)
                .fetchSingle();
        return new InsightSql.Basis(
                behind.value1(),
                behind.value2(),
                Optional.ofNullable(behind.value3()),
                JooqDataset.origin(behind.value4(), behind.value5()));
    }
}
