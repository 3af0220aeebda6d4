-- What a video's newest observation counted, one by one, and the most views that any of them counted: so that no question
-- has to look through all observations.
alter table video_state add column likes bigint;
alter table video_state add column comments bigint;
alter table video_state add column shares bigint;
alter table video_state add column saves bigint;
alter table video_state add column most_views bigint;
insert or ignore into stale_creator select distinct creator_id from video where creator_id is not null;

pragma user_version = 9;
