-- By name first, so that a page of creators sorted by it needs no sort; one creator is found as quickly.
drop index creator_state_by_handle;
create index creator_state_by_handle on creator_state (handle, platform);
