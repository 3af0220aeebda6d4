-- What creators probably post about. What sources tell of it stays in creator_profile.
create table category_prediction (
  creator_id   integer primary key references creator (id),
  predicted_at bigint  not null,
  -- Null where keywords said it.
  model_id     text references model (id) on delete cascade,
  -- Why there is no category.
  silence      text check (silence in ('TOLD', 'NO_WORDS', 'NOT_ENGLISH', 'UNSURE'))
);
create index category_prediction_by_model on category_prediction (model_id);

-- The surest first.
create table predicted_category (
  creator_id integer not null references category_prediction (creator_id) on delete cascade,
  position   integer not null,
  category   text    not null,
  confidence double  check (confidence between 0 and 1),
  primary key (creator_id, position),
  unique (creator_id, category)
) without rowid;

pragma user_version = 14;
