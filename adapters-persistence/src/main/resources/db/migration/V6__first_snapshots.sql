-- A creator's oldest count of followers, beside the newest: what it grew in between.
alter table creator_state add column first_followers bigint;
alter table creator_state add column first_observed_at bigint;
insert or ignore into stale_creator select id from creator;

pragma user_version = 6;
