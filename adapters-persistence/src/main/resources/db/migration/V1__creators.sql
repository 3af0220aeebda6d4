-- Times are milliseconds since 1970 in UTC, in columns named ..._at. Rates are fractions.

create table source (
  id          integer primary key,
  name        text    not null,
  version     text    not null,
  simulated   boolean not null check (simulated in (0, 1)),
  -- 0 live, 1 daily, 2 archive: fresher wins where two sources disagree about one moment.
  freshness   integer not null check (freshness between 0 and 2),
  unique (name, version, simulated, freshness)
);

-- Who: the platform's id never changes, the handle may.
create table creator (
  id          integer primary key,
  platform    text   not null,
  platform_id text,
  handle      text,
  -- When the handle was last seen in use.
  handle_at   bigint not null,
  check (platform_id is not null or handle is not null)
);
create unique index creator_by_platform_id on creator (platform, platform_id) where platform_id is not null;
create index creator_by_handle on creator (platform, handle) where handle is not null;

-- What each source says about a creator; the sources' disagreements stay visible.
create table creator_profile (
  creator_id  integer not null references creator (id),
  source_id   integer not null references source (id),
  observed_at bigint  not null,
  nickname    text,
  biography   text,
  bio_link    text,
  region      text,
  language    text,
  category    text,
  verified    boolean check (verified in (0, 1)),
  primary key (creator_id, source_id)
) without rowid;

-- Counts at one moment, as one source saw them.
create table creator_snapshot (
  creator_id              integer not null references creator (id),
  observed_at             bigint  not null,
  source_id               integer not null references source (id),
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
create index creator_snapshot_by_creator on creator_snapshot (creator_id, observed_at);

create table video (
  id               integer primary key,
  platform         text    not null,
  platform_id      text    not null,
  creator_id       integer not null references creator (id),
  posted_at        bigint,
  caption          text,
  -- Separated by blanks, without #.
  hashtags         text,
  sound            text,
  duration_seconds bigint check (duration_seconds >= 0),
  unique (platform, platform_id)
);
create index video_by_creator on video (creator_id, posted_at);

create table video_snapshot (
  video_id    integer not null references video (id),
  observed_at bigint  not null,
  source_id   integer not null references source (id),
  views       bigint check (views >= 0),
  likes       bigint check (likes >= 0),
  comments    bigint check (comments >= 0),
  shares      bigint check (shares >= 0),
  saves       bigint check (saves >= 0),
  primary key (video_id, observed_at, source_id)
) without rowid;

-- Derived from the tables above, for the creators in stale_creator when an import closes. Window queries over all
-- snapshots would be slower by far.
create table creator_state (
  creator_id              integer primary key references creator (id),
  platform                text    not null,
  handle                  text,
  nickname                text,
  biography               text,
  bio_link                text,
  region                  text,
  language                text,
  category                text,
  verified                boolean,
  followers               bigint,
  following               bigint,
  likes                   bigint,
  videos                  bigint,
  source_id               integer not null references source (id),
  simulated               boolean not null,
  observed_at             bigint  not null,
  provider_rate           double,
  provider_like_rate      double,
  by_views_rate           double,
  by_views_like_rate      double,
  by_followers_rate       double,
  by_followers_like_rate  double
);
create index creator_state_by_handle on creator_state (platform, handle);
create index creator_state_by_followers on creator_state (followers);

-- Creators with observations that creator_state does not know yet. Not empty after an import that was broken off.
create table stale_creator (
  creator_id integer primary key references creator (id)
);

create table import_run (
  id          integer primary key,
  source      text   not null,
  version     text   not null,
  started_at  bigint not null,
  finished_at bigint,
  stored      bigint not null default 0,
  updated     bigint not null default 0,
  unchanged   bigint not null default 0,
  rejected    bigint not null default 0
);

pragma user_version = 1;
