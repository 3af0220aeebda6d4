-- Of several sources that count a creator's followers the one whose counts tell its growth, and its newest count: sources
-- count at other times or otherwise, which is no growth. The first count is of that source, too, which is why all are
-- derived anew.
alter table creator_state add column growth_source_id integer references source (id);
alter table creator_state add column last_followers bigint;
alter table creator_state add column last_observed_at bigint;
insert or ignore into stale_creator select id from creator;

pragma user_version = 21;
