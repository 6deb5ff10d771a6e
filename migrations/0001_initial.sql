-- Shared by Cloudflare D1 and SQLite. One statement ends at a semicolon that ends its line.
-- Times are integer milliseconds, instants ISO 8601 text, lists JSON text.

CREATE TABLE shows (
  id TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  url TEXT,
  language TEXT NOT NULL,
  brand_id TEXT,
  visibility TEXT NOT NULL
) STRICT;

-- `seq` is the episode's term in the search index; `revision_id` names the current revision.
CREATE TABLE episodes (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  show_id TEXT NOT NULL REFERENCES shows (id),
  title TEXT NOT NULL,
  published_at TEXT,
  guid TEXT,
  url TEXT,
  media_url TEXT,
  duration_ms INTEGER,
  language TEXT NOT NULL,
  participants TEXT NOT NULL,
  chapters TEXT NOT NULL,
  cover TEXT,
  revision_id TEXT,
  UNIQUE (show_id, guid)
) STRICT;

CREATE INDEX episodes_by_date ON episodes (coalesce(published_at, '') DESC, id);

-- `follows` is the revision this one was made against, '' for the first: two imports made against the same one cannot both be kept.
CREATE TABLE revisions (
  id TEXT PRIMARY KEY,
  episode_id TEXT NOT NULL REFERENCES episodes (id),
  follows TEXT NOT NULL,
  source_sha256 TEXT NOT NULL,
  settings TEXT,
  format TEXT NOT NULL,
  parser_version INTEGER NOT NULL,
  warnings TEXT NOT NULL,
  created_at TEXT NOT NULL,
  UNIQUE (episode_id, follows)
) STRICT;

-- The packed words of a revision: deflated, base64, cut to what one D1 value may hold.
CREATE TABLE texts (
  revision_id TEXT NOT NULL REFERENCES revisions (id),
  part INTEGER NOT NULL,
  packed TEXT NOT NULL,
  PRIMARY KEY (revision_id, part)
) STRICT, WITHOUT ROWID;

-- `sentence` is set on the quote that is a whole sentence of the current revision; `seq` is its row in `quote_search`.
CREATE TABLE quotes (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  episode_id TEXT NOT NULL REFERENCES episodes (id),
  revision_id TEXT NOT NULL REFERENCES revisions (id),
  word_from INTEGER NOT NULL,
  word_to INTEGER NOT NULL,
  spans TEXT NOT NULL,
  sentence INTEGER,
  text TEXT NOT NULL,
  norm_hash TEXT NOT NULL,
  aliases TEXT NOT NULL,
  start_ms INTEGER,
  end_ms INTEGER,
  timing TEXT NOT NULL,
  status TEXT NOT NULL,
  superseded_by TEXT,
  turns TEXT NOT NULL,
  author TEXT
) STRICT;

CREATE INDEX quotes_in_order ON quotes (episode_id, word_from, word_to, id);

-- IDs the changed words of a quote would have been given: they lead to it, and no other quote gets them.
CREATE TABLE quote_aliases (
  alias TEXT PRIMARY KEY,
  quote_id TEXT NOT NULL REFERENCES quotes (id)
) STRICT, WITHOUT ROWID;

-- Finds only: the words are kept in `quotes`. Terms are made in code (store/terms.ts), parted by spaces: whatever is no white space is part of one.
CREATE VIRTUAL TABLE quote_search USING fts5 (
  episode,
  terms,
  content = '',
  contentless_delete = 1,
  tokenize = "unicode61 remove_diacritics 0 categories 'L* N* M* S* P* C*'"
);

CREATE TABLE tokens (
  id TEXT PRIMARY KEY,
  secret_sha256 TEXT NOT NULL UNIQUE,
  scope TEXT NOT NULL,
  label TEXT NOT NULL,
  created_at TEXT NOT NULL,
  revoked_at TEXT
) STRICT;

-- What was last read of a feed and of each of its items, so that the next run skips what has not changed.
CREATE TABLE feeds (
  url TEXT PRIMARY KEY,
  etag TEXT,
  last_modified TEXT,
  checked_at TEXT NOT NULL
) STRICT;

CREATE TABLE feed_items (
  feed_url TEXT NOT NULL,
  guid TEXT NOT NULL,
  episode_id TEXT NOT NULL,
  item_sha256 TEXT NOT NULL,
  transcript_url TEXT NOT NULL,
  etag TEXT,
  last_modified TEXT,
  PRIMARY KEY (feed_url, guid)
) STRICT, WITHOUT ROWID;
