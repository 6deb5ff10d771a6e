-- Brand kits. A change makes the next revision; none is ever rewritten, so that older cards can be told apart.
CREATE TABLE brands (
  id TEXT NOT NULL,
  revision INTEGER NOT NULL,
  kit TEXT NOT NULL,
  created_at TEXT NOT NULL,
  PRIMARY KEY (id, revision)
) STRICT, WITHOUT ROWID;

-- An episode's own brand; where it has none, its show's.
ALTER TABLE episodes ADD COLUMN brand_id TEXT;
