-- A video may be known without its creator, and says which texts in it disclose an advertisement. SQLite cannot change a
-- column, so both tables are built anew.
create table new_video (
  id               integer primary key,
  platform         text    not null,
  platform_id      text    not null,
  creator_id       integer references creator (id),
  posted_at        bigint,
  caption          text,
  -- Separated by blanks, without #; so are the disclosures.
  hashtags         text,
  sound            text,
  duration_seconds bigint check (duration_seconds >= 0),
  disclosures      text,
  unique (platform, platform_id)
);
create table new_video_snapshot (
  video_id    integer not null references new_video (id),
  observed_at bigint  not null,
  source_id   integer not null references source (id),
  views       bigint check (views >= 0),
  likes       bigint check (likes >= 0),
  comments    bigint check (comments >= 0),
  shares      bigint check (shares >= 0),
  saves       bigint check (saves >= 0),
  primary key (video_id, observed_at, source_id)
) without rowid;
insert into new_video
  select id, platform, platform_id, creator_id, posted_at, caption, hashtags, sound, duration_seconds, null from video;
insert into new_video_snapshot select * from video_snapshot;
drop table video_snapshot;
drop table video;
alter table new_video rename to video;
alter table new_video_snapshot rename to video_snapshot;
create index video_by_creator on video (creator_id, posted_at);

-- In the tables below each row is one source's word about the fact that the columns before source_id name. Where sources
-- differ, one word rules: the newest, then the fresher source's, then that of the source used first.
-- Amounts of money are whole ten-thousandths of the currency; XXX is a currency that nobody told.

-- What a creator won in a period.
create table creator_growth (
  creator_id  integer not null references creator (id),
  from_at     bigint  not null,
  until_at    bigint  not null,
  source_id   integer not null references source (id),
  observed_at bigint  not null,
  rules       boolean not null check (rules in (0, 1)),
  followers   bigint,
  views       bigint,
  primary key (creator_id, from_at, until_at, source_id),
  check (from_at < until_at)
) without rowid;

create table brand (
  id   integer primary key,
  name text not null
);
create unique index brand_by_name on brand (name collate nocase);

create table shop (
  platform    text    not null,
  shop_id     text    not null,
  observed_at bigint  not null,
  source_id   integer not null references source (id),
  rules       boolean not null check (rules in (0, 1)),
  name        text,
  category    text,
  region      text,
  currency    text,
  gmv         bigint check (gmv >= 0),
  gmv_growth  bigint,
  units       bigint,
  price       bigint check (price >= 0),
  videos      bigint check (videos >= 0),
  creators    bigint check (creators >= 0),
  products    bigint check (products >= 0),
  primary key (platform, shop_id, observed_at, source_id)
) without rowid;

create table product (
  platform    text    not null,
  product_id  text    not null,
  source_id   integer not null references source (id),
  observed_at bigint  not null,
  rules       boolean not null check (rules in (0, 1)),
  name        text,
  category    text,
  shop_id     text,
  currency    text,
  price       bigint check (price >= 0),
  primary key (platform, product_id, source_id)
) without rowid;

create table sale (
  platform     text    not null,
  order_id     text    not null,
  -- Empty where an order names no product.
  product_id   text    not null,
  source_id    integer not null references source (id),
  observed_at  bigint  not null,
  rules        boolean not null check (rules in (0, 1)),
  sold_at      bigint  not null,
  units        bigint  check (units >= 0),
  currency     text    not null,
  gross        bigint  not null check (gross >= 0),
  refunds      bigint  check (refunds between 0 and gross),
  commission   bigint  check (commission >= 0),
  creator_id   integer references creator (id),
  -- The platform's id: a sale may be told before its video.
  video_id     text,
  content_type text,
  promo_code   text,
  primary key (platform, order_id, product_id, source_id)
) without rowid;
create index sale_by_creator on sale (creator_id, sold_at);
create index sale_by_video on sale (platform, video_id);

create table ad_result (
  id                   integer primary key,
  channel              text    not null,
  campaign_id          text,
  ad_id                text,
  ad_format            text,
  audience             text,
  age                  text,
  gender               text,
  interest             text,
  from_at              bigint,
  until_at             bigint,
  source_id            integer not null references source (id),
  observed_at          bigint  not null,
  rules                boolean not null check (rules in (0, 1)),
  brand_id             integer references brand (id),
  creator_id           integer references creator (id),
  currency             text,
  spend                bigint check (spend >= 0),
  impressions          bigint check (impressions >= 0),
  reach                bigint check (reach >= 0),
  clicks               bigint check (clicks >= 0),
  conversions          bigint check (conversions >= 0),
  approved_conversions bigint check (approved_conversions >= 0),
  revenue              bigint check (revenue >= 0)
);
create index ad_result_by_campaign on ad_result (channel, campaign_id, ad_id, from_at);

create table sponsorship (
  id          integer primary key,
  creator_id  integer not null references creator (id),
  brand_id    integer not null references brand (id),
  -- The platform's id, where it is said of one video.
  video_id    text,
  source_id   integer not null references source (id),
  observed_at bigint  not null,
  rules       boolean not null check (rules in (0, 1)),
  evidence    text    not null check (evidence in ('contract', 'named-partner', 'disclosed', 'tagged')),
  from_at     bigint,
  until_at    bigint,
  videos      bigint check (videos >= 0),
  hashtags    text,
  currency    text,
  fee         bigint check (fee >= 0)
);
create index sponsorship_by_creator on sponsorship (creator_id, brand_id);
create index sponsorship_by_brand on sponsorship (brand_id);

pragma user_version = 3;
