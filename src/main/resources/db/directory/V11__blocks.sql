-- Who wants to hear nothing of whom.
CREATE TABLE block (
  blocker_id BLOB NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  blocked_id BLOB NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  blocked_at INTEGER NOT NULL,
  PRIMARY KEY (blocker_id, blocked_id)
) WITHOUT ROWID;
CREATE INDEX block_blocked ON block (blocked_id);
