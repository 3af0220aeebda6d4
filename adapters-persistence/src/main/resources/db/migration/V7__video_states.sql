-- The followers that the creator had when the video was observed, as the source told them along with it.
alter table video_snapshot add column followers bigint check (followers >= 0);
update video_snapshot set followers = (
  select creator_snapshot.followers
  from video
  join creator_snapshot on creator_snapshot.observed_at = video_snapshot.observed_at
    and creator_snapshot.creator_id = video.creator_id
    and creator_snapshot.source_id = video_snapshot.source_id
  where video.id = video_snapshot.video_id
);

-- Derived, as creator_state is, and with it: each video of a known creator by its oldest and by its newest observation,
-- and its hashtags, each once.
create table video_state (
  creator_id         integer not null references creator (id),
  video_id           integer not null references video (id),
  posted_at          bigint,
  first_observed_at  bigint  not null,
  first_simulated    boolean not null,
  first_views        bigint,
  first_interactions bigint,
  first_followers    bigint,
  observed_at        bigint  not null,
  simulated          boolean not null,
  views              bigint,
  -- Likes, comments and shares.
  interactions       bigint,
  followers          bigint,
  -- How many other videos of the creator had been up for three days at their newest observation, and the median of their
  -- views; null unless this one had been, too.
  other_videos       bigint,
  usual_views        double,
  primary key (creator_id, video_id)
) without rowid;
create table video_hashtag (
  -- In lower case, as far as it is of the letters A to Z.
  hashtag    text    not null,
  creator_id integer not null references creator (id),
  video_id   integer not null references video (id),
  primary key (hashtag, creator_id, video_id)
) without rowid;
create index video_hashtag_by_creator on video_hashtag (creator_id);
insert or ignore into stale_creator select distinct creator_id from video where creator_id is not null;

pragma user_version = 7;
