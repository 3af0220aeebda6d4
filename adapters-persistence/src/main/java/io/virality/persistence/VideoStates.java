package io.virality.persistence;

import static io.virality.persistence.schema.Tables.STALE_CREATOR;
import static io.virality.persistence.schema.Tables.VIDEO_STATE;
import static org.jooq.impl.DSL.select;

import io.virality.domain.insight.Measure;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Select;

/**
 * Each video of a known creator by its oldest and its newest observation, beside what is usual for its creator: derived
 * once an import rather than by windows over all observations in every question.
 */
final class VideoStates {

    /**
     * Of several observations at one moment the fresher source's counts. The median without one of n sorted values lies
     * at the same one or two of three places in the middle, depending on which side of them that one stands.
     */
    private static final String REFRESH = """
            insert into video_state
            with observation as (
              select video.creator_id, video.id as video_id, video.posted_at, counts.observed_at, source.simulated,
                counts.views, counts.likes, counts.comments, counts.shares, counts.saves,
                counts.likes + counts.comments + counts.shares as interactions,
                coalesce(counts.followers, (select told.followers from creator_snapshot as told
                  where told.observed_at = counts.observed_at and told.creator_id = video.creator_id
                    and told.source_id = counts.source_id)) as followers,
                max(counts.views) over (partition by video.id) as most_views,
                row_number() over (partition by video.id
                  order by counts.observed_at, source.freshness, source.id) as from_first,
                row_number() over (partition by video.id
                  order by counts.observed_at desc, source.freshness, source.id) as from_newest
              from stale_creator
              join video on video.creator_id = stale_creator.creator_id
              join video_snapshot as counts on counts.video_id = video.id
              join source on source.id = counts.source_id
            ), settled as (
              select creator_id, video_id, views,
                row_number() over (partition by creator_id order by views) as place,
                count(*) over (partition by creator_id) as videos
              from observation
              where from_newest = 1 and views is not null and posted_at <= observed_at - %d
            ), middle as (
              select creator_id,
                max(case when place = videos / 2 then views end) as below,
                max(case when place = videos / 2 + 1 then views end) as centre,
                max(case when place = videos / 2 + 2 then views end) as above
              from settled
              group by creator_id
            ), usual as (
              select video_id, videos - 1 as other_videos,
                case when place > videos / 2 then below else centre end as lower,
                case when videos %% 2 = 0 then case when place > videos / 2 then below else centre end
                  when place > videos / 2 + 1 then centre else above end as upper
              from settled
              join middle on middle.creator_id = settled.creator_id
            )
            select newest.creator_id, newest.video_id, newest.posted_at,
              first.observed_at, first.simulated, first.views, first.interactions, first.followers,
              newest.observed_at, newest.simulated, newest.views, newest.interactions, newest.followers,
              usual.other_videos, (usual.lower + usual.upper) / 2.0,
              newest.likes, newest.comments, newest.shares, newest.saves, newest.most_views
            from observation as newest
            join observation as first on first.video_id = newest.video_id and first.from_first = 1
            left join usual on usual.video_id = newest.video_id
            where newest.from_newest = 1
            """.formatted(Measure.RelativeViews.SETTLED.toMillis());

    private VideoStates() {}

    /** Brings that of the stale creators' videos up to date. */
    static void refresh(DSLContext jooq) {
        Select<Record1<Integer>> stale = select(STALE_CREATOR.CREATOR_ID).from(STALE_CREATOR);
        jooq.deleteFrom(VIDEO_STATE).where(VIDEO_STATE.CREATOR_ID.in(stale)).execute();
        jooq.execute(REFRESH);
    }
}
