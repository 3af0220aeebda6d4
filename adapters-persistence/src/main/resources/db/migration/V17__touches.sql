-- What the platform calls who ordered: the same name as in touches.
alter table sale add column buyer text;

-- That a buyer met something, which is told from others by all that it says.
create table touch (
  id          integer primary key,
  platform    text    not null,
  buyer       text    not null,
  touched_at  bigint  not null,
  touch       text    not null check (touch in ('click', 'view')),
  creator_id  integer references creator (id),
  -- The platform's id: a touch may be told before its video.
  video_id    text,
  channel     text,
  campaign_id text,
  source_id   integer not null references source (id),
  observed_at bigint  not null,
  rules       boolean not null check (rules in (0, 1))
);
create index touch_by_buyer on touch (buyer, touched_at);

-- Whose a code is.
create table promo_code (
  platform    text    not null,
  promo_code  text    not null,
  source_id   integer not null references source (id),
  observed_at bigint  not null,
  rules       boolean not null check (rules in (0, 1)),
  creator_id  integer references creator (id),
  channel     text,
  campaign_id text,
  primary key (platform, promo_code, source_id)
) without rowid;

pragma user_version = 17;
