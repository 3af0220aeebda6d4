-- The import behind whose rows this one went on.
alter table import_run add column resumes integer references import_run (id);

pragma user_version = 5;
