-- Which process works on it: 'pid start', so that a killed import can be told from a running one.
alter table import_run add column process text;
alter table import_run add column broken_off_at bigint;
alter table import_run add column fault text;
-- SHA-256 of a file, in hexadecimal digits.
alter table import_run add column content_hash text;
-- Position of the last row that is stored.
alter table import_run add column resume_point text;

-- All rows that an import rejected, counted by reason.
create table rejection_group (
  import_id      integer not null references import_run (id),
  reason         text    not null,
  rejected       bigint  not null,
  first_position text    not null,
  example        text    not null,
  primary key (import_id, reason)
) without rowid;

-- The rows themselves: a bounded number of each import.
create table quarantine (
  id        integer primary key,
  import_id integer not null references import_run (id),
  position  text    not null,
  reason    text    not null,
  detail    text    not null,
  -- As it was read, cut.
  raw       text    not null,
  -- As a line of the product's own form, to be read again.
  fields    text
);
create index quarantine_by_import on quarantine (import_id, id);

pragma user_version = 2;
