-- Who may post in a chat: EVERYBODY or MANAGERS; and since when a public chat is archived, which makes it read-only.
ALTER TABLE chat ADD COLUMN posting TEXT NOT NULL DEFAULT 'EVERYBODY';
ALTER TABLE chat ADD COLUMN archived_at INTEGER;
