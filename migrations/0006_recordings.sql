-- The sound of an episode: kept in blobs, or read from where it is published. `version` changes with its bytes; `index_blob` names its
-- peaks and seek points in blobs.
CREATE TABLE recordings (
  episode_id TEXT PRIMARY KEY REFERENCES episodes (id),
  blob TEXT,
  url TEXT,
  content_type TEXT NOT NULL,
  size INTEGER NOT NULL,
  version TEXT NOT NULL,
  duration_ms INTEGER NOT NULL,
  index_blob TEXT NOT NULL
) STRICT, WITHOUT ROWID;
