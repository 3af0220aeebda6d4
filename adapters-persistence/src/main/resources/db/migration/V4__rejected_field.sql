-- The field that is wrong, where one is.
alter table quarantine add column field text;

pragma user_version = 4;
