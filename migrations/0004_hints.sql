-- What leads to highlights: lines of show notes, and stretches the publisher marked. Lists are JSON text.
CREATE TABLE episode_hints (
  episode_id TEXT PRIMARY KEY REFERENCES episodes (id),
  notes TEXT NOT NULL,
  notes_from TEXT NOT NULL,
  soundbites TEXT NOT NULL
) STRICT;
