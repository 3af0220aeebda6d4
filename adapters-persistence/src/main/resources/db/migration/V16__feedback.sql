-- How far brands have come with creators: of each pair what was said last.
create table brand_feedback (
  brand_id   integer not null references brand (id),
  creator_id integer not null references creator (id),
  stage      text    not null check (stage in ('SHORTLISTED', 'DISMISSED', 'CONTACTED', 'HIRED')),
  given_at   bigint  not null,
  primary key (brand_id, creator_id)
) without rowid;

pragma user_version = 16;
