-- Who leads, and how many there are, without a look at every creator.
create index creator_state_by_provider_rate on creator_state (provider_rate desc, followers desc, handle);
create index creator_state_by_views_rate on creator_state (by_views_rate desc, followers desc, handle);
create index creator_state_by_followers_rate on creator_state (by_followers_rate desc, followers desc, handle);
create index creator_state_by_observed_at on creator_state (observed_at);
create index creator_state_by_simulated on creator_state (simulated, followers);

pragma user_version = 8;
