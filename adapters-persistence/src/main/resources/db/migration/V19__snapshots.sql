-- Both numbers are given in the transaction that writes the row, and nothing deletes creators or sources. To look them up
-- again for each row took two fifths of the time of writing it.
create table snapshot_without_references (
  creator_id              integer not null,
  observed_at             bigint  not null,
  source_id               integer not null,
  followers               bigint check (followers >= 0),
  following               bigint check (following >= 0),
  likes                   bigint check (likes >= 0),
  videos                  bigint check (videos >= 0),
  engagement_rate         double check (engagement_rate >= 0),
  like_engagement_rate    double check (like_engagement_rate >= 0),
  comment_engagement_rate double check (comment_engagement_rate >= 0),
  -- Time first: imports come in time's order, and then every row is appended.
  primary key (observed_at, creator_id, source_id)
) without rowid;
insert into snapshot_without_references select * from creator_snapshot;
drop table creator_snapshot;
alter table snapshot_without_references rename to creator_snapshot;
create index creator_snapshot_by_creator on creator_snapshot (creator_id, observed_at);

pragma user_version = 19;
