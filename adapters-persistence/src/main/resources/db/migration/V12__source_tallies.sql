-- How many observations a source has told, and of when: counted as they are stored, so that no question has to look
-- through all of them.
create table source_tally (
  source_id integer not null references source (id),
  told      text    not null check (told in ('creator_snapshot', 'video_snapshot')),
  n         bigint  not null check (n > 0),
  oldest_at bigint  not null,
  newest_at bigint  not null,
  primary key (source_id, told)
) without rowid;
insert into source_tally
  select source_id, 'creator_snapshot', count(*), min(observed_at), max(observed_at)
  from creator_snapshot
  group by source_id;
insert into source_tally
  select source_id, 'video_snapshot', count(*), min(observed_at), max(observed_at)
  from video_snapshot
  group by source_id;

pragma user_version = 12;
