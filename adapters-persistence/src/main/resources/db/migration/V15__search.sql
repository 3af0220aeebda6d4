-- Creators whose words have changed since they were last indexed: an import only notes them, a search or
-- 'virality index' reads them.
create table unindexed_creator (
  creator_id integer primary key references creator (id)
);
insert into unindexed_creator select creator_id from creator_state;

-- Of the newest videos. Without the words themselves, which stand in the tables they come from.
create virtual table creator_fts using fts5(
  handle, name, biography, category, hashtags, captions,
  content = '', contentless_delete = 1, tokenize = 'porter unicode61 remove_diacritics 2'
);

-- What the words of a creator mean, to a model.
create table creator_meaning (
  creator_id integer primary key references creator (id),
  model      text not null,
  -- Of the words that were read.
  words_hash text not null,
  -- The size of each component in a byte, then the signs, a bit each. Null if the words could not be read.
  vector     blob
);

-- Goes up with each change of creator_meaning: whoever holds vectors in memory knows when they are old.
create table meaning_version (
  id      integer primary key check (id = 1),
  version bigint  not null
);
insert into meaning_version values (1, 0);

pragma user_version = 15;
