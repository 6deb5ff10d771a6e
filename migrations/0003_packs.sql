-- `plan` is JSON that only the code for packs reads. `idempotency_key` is what the caller calls its request.
CREATE TABLE packs (
  id TEXT PRIMARY KEY,
  idempotency_key TEXT UNIQUE,
  request_sha256 TEXT NOT NULL,
  plan TEXT NOT NULL,
  state TEXT NOT NULL,
  error TEXT,
  total INTEGER NOT NULL,
  documents TEXT,
  webhook TEXT,
  created_at TEXT NOT NULL,
  finished_at TEXT
) STRICT;

-- What is done, by number: an item that has no row is still to be done.
CREATE TABLE pack_items (
  pack_id TEXT NOT NULL REFERENCES packs (id),
  n INTEGER NOT NULL,
  key TEXT,
  files TEXT NOT NULL,
  about TEXT,
  error TEXT,
  PRIMARY KEY (pack_id, n)
) STRICT, WITHOUT ROWID;

-- What was made for a card's key, with sizes and checksums, so that no pack makes it again.
CREATE TABLE kept_cards (
  key TEXT PRIMARY KEY,
  files TEXT NOT NULL
) STRICT, WITHOUT ROWID;
