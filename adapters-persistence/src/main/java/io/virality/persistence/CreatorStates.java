package io.virality.persistence;

import static io.virality.persistence.schema.Tables.CREATOR;
import static io.virality.persistence.schema.Tables.CREATOR_PROFILE;
import static io.virality.persistence.schema.Tables.CREATOR_SNAPSHOT;
import static io.virality.persistence.schema.Tables.CREATOR_STATE;
import static io.virality.persistence.schema.Tables.SOURCE;
import static io.virality.persistence.schema.Tables.STALE_CREATOR;
import static io.virality.persistence.schema.Tables.UNINDEXED_CREATOR;
import static io.virality.persistence.schema.Tables.VIDEO;
import static io.virality.persistence.schema.Tables.VIDEO_SNAPSHOT;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.partitionBy;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.rowNumber;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.when;

import io.virality.domain.engagement.RateDefinition;
import io.virality.persistence.schema.tables.CreatorProfile;
import io.virality.persistence.schema.tables.CreatorSnapshot;
import io.virality.persistence.schema.tables.Source;
import io.virality.persistence.schema.tables.records.CreatorProfileRecord;
import io.virality.persistence.schema.tables.records.CreatorSnapshotRecord;
import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record2;
import org.jooq.Result;
import org.jooq.SortField;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.impl.SQLDataType;

/**
 * The current state of creators: of several sources the newest observation, then the fresher source, then the one that
 * was used first. Each part of a profile comes from the newest source that says something about it.
 */
final class CreatorStates {

    private static final Field<Integer> AGE = field(name("age"), SQLDataType.INTEGER);
    private static final Field<Integer> PLACE = field(name("place"), SQLDataType.INTEGER);
    private static final Field<Double> VIEWS = field(name("views"), SQLDataType.DOUBLE);
    private static final Field<Double> LIKES = field(name("likes"), SQLDataType.DOUBLE);
    private static final Field<Double> INTERACTIONS = field(name("interactions"), SQLDataType.DOUBLE);

    private static final CreatorProfile ONLY = CREATOR_PROFILE.as("only");

    private static final Field<String> INDEX_NAME = field(name("name"), SQLDataType.VARCHAR);
    private static final Field<String> INDEX_SQL = field(name("sql"), SQLDataType.VARCHAR);

    private CreatorStates() {}

    /** Brings that of the stale creators up to date. */
    static void refresh(DSLContext jooq) {
        SnapshotIndex.create(jooq);
        CreatorSnapshot counts = CREATOR_SNAPSHOT.as("counts");
        CreatorSnapshot rates = CREATOR_SNAPSHOT.as("rates");
        CreatorSnapshot first = CREATOR_SNAPSHOT.as("first");
        Table<?> videos = videos();
        // Of what one source alone tells nothing needs to be preferred, which is looked for with each creator.
        boolean several = jooq.fetchCount(SOURCE) > 1;
        CreatorSnapshot last = several ? CREATOR_SNAPSHOT.as("last") : counts;
        Field<Integer> source =
                coalesce(counts.SOURCE_ID, videos.field(VIDEO_SNAPSHOT.SOURCE_ID), newest(CREATOR_PROFILE.SOURCE_ID));
        Field<Double> byFollowers = when(
                counts.VIDEOS.gt(0L).and(counts.FOLLOWERS.gt(0L)),
                counts.LIKES
                        .cast(SQLDataType.DOUBLE)
                        .div(counts.VIDEOS)
                        .div(counts.FOLLOWERS)
                        .cast(SQLDataType.DOUBLE));

        Table<?> told = STALE_CREATOR
                .join(CREATOR)
                .on(CREATOR.ID.eq(STALE_CREATOR.CREATOR_ID))
                .leftJoin(ONLY)
                .on(isOnly(ONLY, several))
                .leftJoin(counts)
                .on(isNewest(counts, CREATOR_SNAPSHOT.FOLLOWERS, several))
                .leftJoin(rates)
                .on(isNewest(rates, CREATOR_SNAPSHOT.ENGAGEMENT_RATE, several));
        Query insert = jooq.insertInto(CREATOR_STATE)
                .columns(CREATOR_STATE.fields())
                .select(select(List.of(
                                CREATOR.ID,
                                CREATOR.PLATFORM,
                                CREATOR.HANDLE,
                                newest(CREATOR_PROFILE.NICKNAME),
                                newest(CREATOR_PROFILE.BIOGRAPHY),
                                newest(CREATOR_PROFILE.BIO_LINK),
                                newest(CREATOR_PROFILE.REGION),
                                newest(CREATOR_PROFILE.LANGUAGE),
                                newest(CREATOR_PROFILE.CATEGORY),
                                newest(CREATOR_PROFILE.VERIFIED),
                                counts.FOLLOWERS,
                                counts.FOLLOWING,
                                counts.LIKES,
                                counts.VIDEOS,
                                source,
                                field(select(SOURCE.SIMULATED).from(SOURCE).where(SOURCE.ID.eq(source))),
                                coalesce(
                                        counts.OBSERVED_AT,
                                        videos.field(VIDEO_SNAPSHOT.OBSERVED_AT),
                                        newest(CREATOR_PROFILE.OBSERVED_AT)),
                                rates.ENGAGEMENT_RATE,
                                rates.LIKE_ENGAGEMENT_RATE,
                                videos.field(INTERACTIONS).div(videos.field(VIEWS)),
                                videos.field(LIKES).div(videos.field(VIEWS)),
                                byFollowers,
                                byFollowers,
                                first.FOLLOWERS,
                                first.OBSERVED_AT,
                                FollowerGrowth.rate(
                                        first.FOLLOWERS,
                                        last.FOLLOWERS,
                                        FollowerGrowth.days(first.OBSERVED_AT, last.OBSERVED_AT)),
                                first.SOURCE_ID,
                                last.FOLLOWERS,
                                last.OBSERVED_AT))
                        .from(
                                several
                                        ? compared(told, counts, first, last)
                                        : told.leftJoin(first).on(isFirst(first)))
                        .leftJoin(videos)
                        .on(videos.field(VIDEO.CREATOR_ID).eq(CREATOR.ID))
                        // Of some only a name is known.
                        .where(source.isNotNull()));

        jooq.deleteFrom(CREATOR_STATE)
                .where(CREATOR_STATE.CREATOR_ID.in(
                        select(STALE_CREATOR.CREATOR_ID).from(STALE_CREATOR)))
                .execute();
        if (jooq.fetchCount(STALE_CREATOR) > jooq.fetchCount(CREATOR_STATE)) {
            withIndexesAfterwards(jooq, () -> insert.execute());
        } else {
            insert.execute();
        }
        VideoStates.refresh(jooq);
        // Whoever said nothing else since then still used the name: an older file must not bring an older one back.
        Field<Instant> seen = field(
                select(CREATOR_STATE.OBSERVED_AT).from(CREATOR_STATE).where(CREATOR_STATE.CREATOR_ID.eq(CREATOR.ID)));
        jooq.update(CREATOR)
                .set(CREATOR.HANDLE_AT, seen)
                .where(CREATOR.ID.in(select(STALE_CREATOR.CREATOR_ID).from(STALE_CREATOR)))
                .and(CREATOR.HANDLE_AT.lt(seen))
                .execute();
        // Whoever searches reads their words: what an import waits for is only this note.
        jooq.insertInto(UNINDEXED_CREATOR)
                .select(select(STALE_CREATOR.CREATOR_ID)
                        .from(STALE_CREATOR)
                        .where(STALE_CREATOR.CREATOR_ID.in(
                                select(CREATOR_STATE.CREATOR_ID).from(CREATOR_STATE))))
                .onConflictDoNothing()
                .execute();
        jooq.deleteFrom(STALE_CREATOR).execute();
    }

    /** Where most rows are new, it is cheaper to build the indexes anew than to keep them up to date row by row. */
    private static void withIndexesAfterwards(DSLContext jooq, Runnable work) {
        Result<Record2<String, String>> indexes = jooq.select(INDEX_NAME, INDEX_SQL)
                .from("sqlite_master")
                .where("type = 'index' and tbl_name = {0} and sql is not null", inline(CREATOR_STATE.getName()))
                .fetch();
        indexes.forEach(index -> jooq.dropIndex(index.value1()).execute());
        work.run();
        indexes.forEach(index -> jooq.execute(index.value2()));
    }

    /** Of several sources that told it at that moment the one to prefer. */
    private static Condition isNewest(
            CreatorSnapshot snapshot, TableField<CreatorSnapshotRecord, ?> told, boolean several) {
        Condition newest =
                isTold(snapshot, told).and(snapshot.OBSERVED_AT.eq(moment(max(CREATOR_SNAPSHOT.OBSERVED_AT), told)));
        // Nearly always nobody else told it, which is cheaper to see than to sort those who did.
        return !several
                ? newest
                : newest.andNotExists(selectOne()
                        .from(CREATOR_SNAPSHOT)
                        .where(CREATOR_SNAPSHOT.CREATOR_ID.eq(CREATOR.ID))
                        .and(CREATOR_SNAPSHOT.OBSERVED_AT.eq(snapshot.OBSERVED_AT))
                        .and(CREATOR_SNAPSHOT.SOURCE_ID.ne(snapshot.SOURCE_ID))
                        .and(told.isNotNull())
                        .and(isPreferred(CREATOR_SNAPSHOT.SOURCE_ID, snapshot.SOURCE_ID)));
    }

    private static Condition isTold(CreatorSnapshot snapshot, TableField<CreatorSnapshotRecord, ?> told) {
        return snapshot.CREATOR_ID.eq(CREATOR.ID).and(snapshot.field(told).isNotNull());
    }

    /** The index finds the moment without a look at the others. */
    private static Field<Instant> moment(Field<Instant> which, TableField<CreatorSnapshotRecord, ?> told) {
        return field(select(which)
                .from(CREATOR_SNAPSHOT)
                .where(CREATOR_SNAPSHOT.CREATOR_ID.eq(CREATOR.ID))
                .and(told.isNotNull()));
    }

    private static Condition isFirst(CreatorSnapshot snapshot) {
        return isTold(snapshot, CREATOR_SNAPSHOT.FOLLOWERS).and(snapshot.OBSERVED_AT.eq(firstMoment()));
    }

    private static Field<Instant> firstMoment() {
        return moment(min(CREATOR_SNAPSHOT.OBSERVED_AT), CREATOR_SNAPSHOT.FOLLOWERS);
    }

    /** With the first and the last count of the source that tells the growth: of those whom one source counts, it. */
    private static Table<?> compared(
            Table<?> told, CreatorSnapshot counts, CreatorSnapshot first, CreatorSnapshot last) {
        Field<Integer> source = coalesce(GrowthSource.ID, counts.SOURCE_ID);
        return told.leftJoin(GrowthSource.ofSeveral())
                .on(GrowthSource.CREATOR.eq(CREATOR.ID))
                .leftJoin(first)
                .on(isTold(first, CREATOR_SNAPSHOT.FOLLOWERS)
                        .and(first.OBSERVED_AT.eq(coalesce(GrowthSource.FIRST_AT, firstMoment())))
                        .and(first.SOURCE_ID.eq(source)))
                .leftJoin(last)
                .on(last.CREATOR_ID
                        .eq(CREATOR.ID)
                        .and(last.OBSERVED_AT.eq(coalesce(GrowthSource.LAST_AT, counts.OBSERVED_AT)))
                        .and(last.SOURCE_ID.eq(source)));
    }

    private static Condition isPreferred(Field<Integer> one, Field<Integer> other) {
        Source first = SOURCE.as("preferred");
        Source second = SOURCE.as("next");
        return exists(selectOne()
                .from(first)
                .join(second)
                .on(second.ID.eq(other))
                .where(first.ID.eq(one))
                .and(row(first.FRESHNESS, first.ID).lt(row(second.FRESHNESS, second.ID))));
    }

    /** Nearly all have been described by one source: of those no other one needs to be asked. */
    private static <T> Field<T> newest(TableField<CreatorProfileRecord, T> part) {
        return when(ONLY.CREATOR_ID.isNotNull(), ONLY.field(part)).otherwise(newestOfSeveral(part));
    }

    /** Whether it is the one profile that the creator has. */
    private static Condition isOnly(CreatorProfile profile, boolean several) {
        CreatorProfile other = CREATOR_PROFILE.as("other");
        Condition own = profile.CREATOR_ID.eq(CREATOR.ID);
        return !several
                ? own
                : own.andNotExists(selectOne()
                        .from(other)
                        .where(other.CREATOR_ID.eq(CREATOR.ID))
                        .and(other.SOURCE_ID.ne(profile.SOURCE_ID)));
    }

    private static <T> Field<T> newestOfSeveral(TableField<CreatorProfileRecord, T> part) {
        return field(select(part)
                .from(CREATOR_PROFILE)
                .join(SOURCE)
                .on(SOURCE.ID.eq(CREATOR_PROFILE.SOURCE_ID))
                .where(CREATOR_PROFILE.CREATOR_ID.eq(CREATOR.ID))
                .and(part.isNotNull())
                .orderBy(preferred(CREATOR_PROFILE.OBSERVED_AT))
                .limit(1));
    }

    private static List<SortField<?>> preferred(Field<?> observedAt) {
        return List.of(observedAt.desc(), SOURCE.FRESHNESS.asc(), SOURCE.ID.asc());
    }

    /** Sums over each stale creator's newest videos, by each video's newest counts. */
    private static Table<?> videos() {
        Table<?> counts = select(
                        VIDEO.CREATOR_ID,
                        VIDEO.ID,
                        VIDEO.POSTED_AT,
                        VIDEO_SNAPSHOT.SOURCE_ID,
                        VIDEO_SNAPSHOT.OBSERVED_AT,
                        VIDEO_SNAPSHOT.VIEWS,
                        VIDEO_SNAPSHOT.LIKES,
                        VIDEO_SNAPSHOT.COMMENTS,
                        VIDEO_SNAPSHOT.SHARES,
                        rowNumber()
                                .over(partitionBy(VIDEO.ID).orderBy(preferred(VIDEO_SNAPSHOT.OBSERVED_AT)))
                                .as(AGE))
                .from(STALE_CREATOR)
                .join(VIDEO)
                .on(VIDEO.CREATOR_ID.eq(STALE_CREATOR.CREATOR_ID))
                .join(VIDEO_SNAPSHOT)
                .on(VIDEO_SNAPSHOT.VIDEO_ID.eq(VIDEO.ID))
                .join(SOURCE)
                .on(SOURCE.ID.eq(VIDEO_SNAPSHOT.SOURCE_ID))
                .where(VIDEO_SNAPSHOT.VIEWS.gt(0L))
                .and(VIDEO_SNAPSHOT.LIKES.isNotNull())
                .and(VIDEO_SNAPSHOT.COMMENTS.isNotNull())
                .and(VIDEO_SNAPSHOT.SHARES.isNotNull())
                .asTable("counts");
        Table<?> posts = select(counts.fields())
                .select(rowNumber()
                        .over(partitionBy(counts.field(VIDEO.CREATOR_ID))
                                .orderBy(
                                        counts.field(VIDEO.POSTED_AT).desc(),
                                        counts.field(VIDEO.ID).desc()))
                        .as(PLACE))
                .from(counts)
                .where(counts.field(AGE).eq(1))
                .asTable("posts");
        Field<Long> likes = posts.field(VIDEO_SNAPSHOT.LIKES);
        return select(
                        posts.field(VIDEO.CREATOR_ID),
                        max(posts.field(VIDEO_SNAPSHOT.OBSERVED_AT)).as(VIDEO_SNAPSHOT.OBSERVED_AT),
                        min(posts.field(VIDEO_SNAPSHOT.SOURCE_ID)).as(VIDEO_SNAPSHOT.SOURCE_ID),
                        total(posts.field(VIDEO_SNAPSHOT.VIEWS)).as(VIEWS),
                        total(likes).as(LIKES),
                        total(likes.plus(posts.field(VIDEO_SNAPSHOT.COMMENTS)).plus(posts.field(VIDEO_SNAPSHOT.SHARES)))
                                .as(INTERACTIONS))
                .from(posts)
                .where(posts.field(PLACE).le(RateDefinition.NEWEST_VIDEOS))
                .groupBy(posts.field(VIDEO.CREATOR_ID))
                .asTable("newest_videos");
    }

    private static Field<Double> total(Field<Long> counts) {
        return sum(counts).cast(SQLDataType.DOUBLE);
    }
}
