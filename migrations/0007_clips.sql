-- Clips drawn outside of the request for them, by their key: a row is there until the clip is. The state holds up to `until`.
CREATE TABLE clip_renders (
  key TEXT PRIMARY KEY,
  state TEXT NOT NULL,
  until TEXT NOT NULL,
  error TEXT
) STRICT, WITHOUT ROWID;
