package io.virality.persistence;

import static io.virality.persistence.schema.Tables.CREATOR_SNAPSHOT;
import static io.virality.persistence.schema.Tables.SOURCE;
import static io.virality.persistence.schema.Tables.STALE_CREATOR;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.partitionBy;
import static org.jooq.impl.DSL.rowNumber;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import io.virality.persistence.schema.tables.CreatorSnapshot;
import java.time.Instant;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/**
 * Whose counts of followers tell a creator's growth, where several sources count them: the source whose counts span the
 * longest time, of equal ones the newest, then the one to prefer.
 */
final class GrowthSource {

    private static final Name SPANS = name("spans");

    static final Field<Integer> CREATOR = field(SPANS.append("creator_id"), SQLDataType.INTEGER);
    static final Field<Integer> ID = field(SPANS.append("source_id"), SQLDataType.INTEGER);
    static final Field<Instant> FIRST_AT = field(SPANS.append("first_at"), CREATOR_SNAPSHOT.OBSERVED_AT.getDataType());
    static final Field<Instant> LAST_AT = field(SPANS.append("last_at"), CREATOR_SNAPSHOT.OBSERVED_AT.getDataType());

    private static final Field<Integer> PLACE = field(name("place"), SQLDataType.INTEGER);

    private GrowthSource() {}

    /** Of each stale creator of whom several sources told something, and between which moments it counted. */
    static Table<?> ofSeveral() {
        Field<Instant> first = min(CREATOR_SNAPSHOT.OBSERVED_AT);
        Field<Instant> last = max(CREATOR_SNAPSHOT.OBSERVED_AT);
        Table<?> placed = select(
                        STALE_CREATOR.CREATOR_ID,
                        SOURCE.ID.as(ID.getUnqualifiedName()),
                        first.as(FIRST_AT.getUnqualifiedName()),
                        last.as(LAST_AT.getUnqualifiedName()),
                        rowNumber()
                                .over(partitionBy(STALE_CREATOR.CREATOR_ID)
                                        .orderBy(
                                                FollowerGrowth.days(first, last).desc(),
                                                last.desc(),
                                                SOURCE.FRESHNESS,
                                                SOURCE.ID))
                                .as(PLACE))
                .from(STALE_CREATOR)
                // Not the other way round: few creators are stale, and counts are many.
                .crossJoin(CREATOR_SNAPSHOT)
                .join(SOURCE)
                .on(SOURCE.ID.eq(CREATOR_SNAPSHOT.SOURCE_ID))
                .where(CREATOR_SNAPSHOT.CREATOR_ID.eq(STALE_CREATOR.CREATOR_ID))
                .and(CREATOR_SNAPSHOT.FOLLOWERS.isNotNull())
                .and(isToldBySeveral())
                .groupBy(STALE_CREATOR.CREATOR_ID, SOURCE.ID)
                .asTable("placed");
        return select(placed.fields()).from(placed).where(PLACE.eq(inline(1))).asTable(SPANS);
    }

    /** Nearly none are, and the index alone tells that, without a look at any count. */
    private static Condition isToldBySeveral() {
        CreatorSnapshot one = CREATOR_SNAPSHOT.as("one");
        CreatorSnapshot other = CREATOR_SNAPSHOT.as("other");
        return exists(selectOne()
                .from(other)
                .where(other.CREATOR_ID.eq(STALE_CREATOR.CREATOR_ID))
                .and(other.SOURCE_ID.ne(select(one.SOURCE_ID)
                        .from(one)
                        .where(one.CREATOR_ID.eq(STALE_CREATOR.CREATOR_ID))
                        .limit(inline(1)))));
    }
}
