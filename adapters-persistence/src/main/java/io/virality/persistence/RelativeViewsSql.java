package io.virality.persistence;

import static io.virality.persistence.schema.Tables.VIDEO_STATE;
import static org.jooq.impl.DSL.noCondition;

import io.virality.domain.insight.Measure;
import io.virality.domain.insight.Observation;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;

/** Views of a video by those usual for its creator, in terms of {@code video_state}. */
final class RelativeViewsSql {

    static final Field<Double> RATIO =
            VIDEO_STATE.VIEWS.div(VIDEO_STATE.USUAL_VIEWS).coerce(SQLDataType.DOUBLE);

    private RelativeViewsSql() {}

    /** Whether a video has a ratio. */
    static Condition measurable(Measure.RelativeViews measure) {
        return VIDEO_STATE.OTHER_VIDEOS.ge(measure.others()).and(VIDEO_STATE.USUAL_VIEWS.gt(0.0));
    }

    static InsightSql.Basis basis(DSLContext jooq, Measure.RelativeViews measure) {
        return basis(jooq, noCondition(), measure);
    }

    /** The same of some of the videos. */
    static InsightSql.Basis basis(DSLContext jooq, Condition meant, Measure.RelativeViews measure) {
        return VideoFigures.of(Observation.LATEST).basis(jooq, meant, measurable(measure));
    }
}
