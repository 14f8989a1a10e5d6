-- What a member is writing, the same on all their devices; it goes with the membership.
ALTER TABLE membership ADD COLUMN draft TEXT NOT NULL DEFAULT '';
ALTER TABLE membership ADD COLUMN draft_at INTEGER NOT NULL DEFAULT 0;
