-- Packs are listed the newest first, also those of one episode.
ALTER TABLE packs ADD COLUMN episode_id TEXT NOT NULL DEFAULT '';

UPDATE packs SET episode_id = plan ->> 'episodeId';

CREATE INDEX packs_by_date ON packs (created_at, id);

CREATE INDEX packs_by_episode ON packs (episode_id, created_at, id);
