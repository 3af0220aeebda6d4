-- What rankings were worth is kept as models are. A check cannot be changed, so the table is made anew; the tables that refer
-- to it by its name stay as they are.
create table model_with_rankings (
  id            text    not null primary key,
  kind          text    not null check (kind in ('SEGMENTS', 'CATEGORIES', 'VIRALITY', 'GROWTH', 'RANKING')),
  title         text    not null,
  trained_at    bigint  not null,
  rows_hash     text    not null,
  rows_as_of_at bigint,
  origin        text    not null check (origin in ('REAL', 'SIMULATED', 'MIXED')),
  seed          bigint  not null,
  baseline      text,
  provenance    text    not null
);
insert into model_with_rankings select * from model;
drop table model;
alter table model_with_rankings rename to model;
create index model_by_kind on model (kind, trained_at);

-- Who lives where, without a look at every creator.
create index creator_state_by_region on creator_state (region, followers);

pragma user_version = 18;
