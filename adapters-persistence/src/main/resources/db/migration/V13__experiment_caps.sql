-- Where a metric that is capped at a quantile is cut for good: found once, so that figures do not move by themselves.
create table experiment_cap (
  experiment_id integer not null references experiment (id),
  metric        text    not null,
  value         double  not null check (value > 0),
  fixed_at      bigint  not null,
  primary key (experiment_id, metric)
) without rowid;

pragma user_version = 13;
