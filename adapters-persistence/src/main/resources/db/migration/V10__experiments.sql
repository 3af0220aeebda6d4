-- What an experiment is to be, how it stands, and what was told of it.
create table experiment (
  id                integer primary key,
  key               text    not null unique,
  hypothesis        text    not null,
  owner             text    not null,
  randomized_unit   text    not null check (randomized_unit in ('USER', 'CREATOR', 'REGION', 'TIME_SLOT')),
  coverage          double  not null check (coverage > 0 and coverage <= 1),
  -- JSON, as GrowthBook writes it.
  targeting         text    not null,
  namespace         text,
  namespace_start   double,
  namespace_end     double,
  unit_attribute    text    not null,
  sticky            boolean not null check (sticky in (0, 1)),
  engine            text    not null check (engine in ('FREQUENTIST', 'SEQUENTIAL', 'BAYESIAN')),
  alpha             double  not null check (alpha > 0 and alpha < .5),
  state             text    not null check (state in ('DRAFT', 'RUNNING', 'STOPPED', 'ARCHIVED')),
  started_at        bigint,
  stopped_at        bigint,
  simulated         boolean not null check (simulated in (0, 1)),
  check (state <> 'DRAFT' or started_at is null),
  check (state <> 'RUNNING' or started_at is not null and stopped_at is null),
  check (state <> 'STOPPED' or started_at is not null and stopped_at is not null),
  check ((namespace is null) = (namespace_start is null) and (namespace is null) = (namespace_end is null))
);

-- In their order; the first is the control.
create table experiment_variation (
  experiment_id integer not null references experiment (id),
  position      integer not null,
  key           text    not null,
  name          text    not null,
  weight        double  not null check (weight > 0 and weight <= 1),
  primary key (experiment_id, position),
  unique (experiment_id, key)
) without rowid;

create table experiment_metric (
  experiment_id    integer not null references experiment (id),
  position         integer not null,
  key              text    not null,
  role             text    not null check (role in ('PRIMARY', 'SECONDARY', 'GUARDRAIL')),
  kind             text    not null check (kind in ('PROPORTION', 'MEAN', 'COUNT', 'RATIO')),
  outcome          text    not null,
  per              text,
  -- Milliseconds.
  delay            bigint  not null check (delay >= 0),
  window_length    bigint  check (window_length > 0),
  covariate_length bigint  check (covariate_length > 0),
  cap              double  check (cap > 0),
  cap_quantile     double  check (cap_quantile > .5 and cap_quantile < 1),
  cap_non_zero     boolean not null check (cap_non_zero in (0, 1)),
  higher_is_better boolean not null check (higher_is_better in (0, 1)),
  margin           double  check (margin > 0 and margin < 1),
  primary key (experiment_id, position),
  unique (experiment_id, key),
  check ((per is not null) = (kind = 'RATIO')),
  check ((margin is not null) = (role = 'GUARDRAIL')),
  check (cap is null or cap_quantile is null)
) without rowid;
create unique index experiment_metric_by_primary on experiment_metric (experiment_id) where role = 'PRIMARY';

-- What was done to it, oldest first.
create table experiment_change (
  experiment_id integer not null references experiment (id),
  position      integer not null,
  changed_at    bigint  not null,
  changed_by    text    not null,
  kind          text    not null,
  words         text    not null,
  primary key (experiment_id, position)
) without rowid;

-- What was told at once. Rows carry the number of the delivery that told them last: late ones are seen, however old.
create table experiment_delivery (
  id            integer primary key,
  experiment_id integer not null references experiment (id),
  received_at   bigint  not null
);
create index experiment_delivery_by_experiment on experiment_delivery (experiment_id);

-- The first exposure of each unit.
create table exposure (
  experiment_id integer not null references experiment (id),
  unit          text    not null,
  variation     text    not null,
  exposed_at    bigint  not null,
  -- JSON, as told with the first exposure.
  attributes    text    not null,
  -- Seen in several variations: such a unit counts in none.
  several       boolean not null check (several in (0, 1)),
  delivery_id   integer not null references experiment_delivery (id),
  primary key (experiment_id, unit)
) without rowid;
create index exposure_by_variation on exposure (experiment_id, several, variation, exposed_at);

create table outcome (
  experiment_id integer not null references experiment (id),
  name          text    not null,
  unit          text    not null,
  happened_at   bigint  not null,
  -- Empty where nothing else happened at once.
  outcome_key   text    not null,
  value         double  not null,
  delivery_id   integer not null references experiment_delivery (id),
  primary key (experiment_id, name, unit, happened_at, outcome_key)
) without rowid;

-- Units that somebody else has counted.
create table experiment_summary (
  experiment_id integer not null references experiment (id),
  metric        text    not null,
  variation     text    not null,
  begins_at     bigint  not null,
  units         bigint  not null check (units >= 1),
  mean          double  not null,
  variance      double  not null check (variance >= 0),
  delivery_id   integer not null references experiment_delivery (id),
  primary key (experiment_id, metric, variation, begins_at)
) without rowid;

pragma user_version = 10;
