-- Trained models: what they learnt from and how good they are.
create table model (
  id            text    not null primary key,
  kind          text    not null check (kind in ('SEGMENTS', 'CATEGORIES', 'VIRALITY', 'GROWTH')),
  title         text    not null,
  trained_at    bigint  not null,
  rows_hash     text    not null,
  rows_as_of_at bigint,
  origin        text    not null check (origin in ('REAL', 'SIMULATED', 'MIXED')),
  seed          bigint  not null,
  baseline      text,
  provenance    text    not null
);
create index model_by_kind on model (kind, trained_at);

-- How many rows of what.
create table model_rows (
  model_id  text    not null references model (id) on delete cascade,
  position  integer not null,
  name      text    not null,
  row_count bigint  not null check (row_count >= 0),
  primary key (model_id, position)
) without rowid;

create table model_feature (
  model_id   text    not null references model (id) on delete cascade,
  position   integer not null,
  name       text    not null,
  definition text    not null,
  centre     double,
  deviation  double  check (deviation > 0),
  primary key (model_id, position),
  check ((centre is null) = (deviation is null))
) without rowid;

create table model_setting (
  model_id text    not null references model (id) on delete cascade,
  position integer not null,
  name     text    not null,
  value    text    not null,
  primary key (model_id, position)
) without rowid;

create table model_metric (
  model_id         text    not null references model (id) on delete cascade,
  position         integer not null,
  name             text    not null,
  definition       text    not null,
  higher_is_better boolean not null check (higher_is_better in (0, 1)),
  primary key (model_id, position)
) without rowid;

-- The model's, the baseline's, and by how much the model is better.
create table model_figure (
  model_id   text    not null,
  position   integer not null,
  whose      text    not null check (whose in ('MODEL', 'BASELINE', 'GAIN')),
  value      double  not null,
  low        double,
  high       double,
  confidence double  check (confidence > 0 and confidence < 1),
  primary key (model_id, position, whose),
  foreign key (model_id, position) references model_metric (model_id, position) on delete cascade,
  check (low <= high),
  check ((low is null) = (high is null) and (low is null) = (confidence is null))
) without rowid;

-- Apart from the rest, so that models are listed without reading it.
create table model_payload (
  model_id text not null primary key references model (id) on delete cascade,
  bytes    blob not null
);

pragma user_version = 11;
