package io.virality.persistence;

import static io.virality.persistence.schema.Tables.CREATOR_STATE;
import static io.virality.persistence.schema.Tables.SOURCE;
import static io.virality.persistence.schema.Tables.VIDEO;
import static io.virality.persistence.schema.Tables.VIDEO_SNAPSHOT;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import io.virality.persistence.schema.tables.Source;
import io.virality.persistence.schema.tables.VideoSnapshot;
import java.time.Instant;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** Videos of which nobody says whose they are, as their newest observation saw them: {@code video_state} has the others. */
final class VideosOfNobody {

    private static final Name VIDEOS = name("videos");
    static final Field<Long> VIEWS = count("views");
    static final Field<Long> LIKES = count("likes");
    static final Field<Long> COMMENTS = count("comments");
    static final Field<Long> SHARES = count("shares");
    static final Field<Long> SAVES = count("saves");
    static final Field<Long> FOLLOWERS = count("followers");
    static final Field<Instant> OBSERVED_AT =
            field(VIDEOS.append("observed_at"), CREATOR_STATE.OBSERVED_AT.getDataType());
    static final Field<Integer> SIMULATED = field(VIDEOS.append("simulated"), SQLDataType.INTEGER);

    private VideosOfNobody() {}

    private static Field<Long> count(String column) {
        return field(VIDEOS.append(column), SQLDataType.BIGINT);
    }

    /** One row a video. */
    static Table<?> table() {
        VideoSnapshot other = VIDEO_SNAPSHOT.as("other");
        Source theirs = SOURCE.as("theirs");
        return select(
                        VIDEO_SNAPSHOT.VIEWS,
                        VIDEO_SNAPSHOT.LIKES,
                        VIDEO_SNAPSHOT.COMMENTS,
                        VIDEO_SNAPSHOT.SHARES,
                        VIDEO_SNAPSHOT.SAVES,
                        VIDEO_SNAPSHOT.FOLLOWERS,
                        VIDEO_SNAPSHOT.OBSERVED_AT,
                        SOURCE.SIMULATED)
                .from(VIDEO)
                .join(VIDEO_SNAPSHOT)
                .on(VIDEO_SNAPSHOT.VIDEO_ID.eq(VIDEO.ID))
                .join(SOURCE)
                .on(SOURCE.ID.eq(VIDEO_SNAPSHOT.SOURCE_ID))
                .where(VIDEO.CREATOR_ID.isNull())
                // Nobody looked later, or at the same moment and is to be preferred.
                .and(notExists(selectOne()
                        .from(other)
                        .join(theirs)
                        .on(theirs.ID.eq(other.SOURCE_ID))
                        .where(other.VIDEO_ID.eq(VIDEO_SNAPSHOT.VIDEO_ID))
                        .and(other.OBSERVED_AT.ge(VIDEO_SNAPSHOT.OBSERVED_AT))
                        .and(other.OBSERVED_AT
                                .gt(VIDEO_SNAPSHOT.OBSERVED_AT)
                                .or(row(theirs.FRESHNESS, theirs.ID).lt(SOURCE.FRESHNESS, SOURCE.ID)))))
                .asTable(VIDEOS);
    }
}
