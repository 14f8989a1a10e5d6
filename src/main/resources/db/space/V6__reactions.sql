-- Who reacted to a message, and how.
CREATE TABLE reaction (
  message_id INTEGER NOT NULL REFERENCES message (id) ON DELETE CASCADE,
  emoji      TEXT NOT NULL,
  account_id BLOB NOT NULL,
  reacted_at INTEGER NOT NULL,
  PRIMARY KEY (message_id, emoji, account_id)
) WITHOUT ROWID;
CREATE INDEX reaction_account ON reaction (account_id);

-- Rises with every change of a message, reactions included; the version rises with its words only.
ALTER TABLE message ADD COLUMN revision INTEGER NOT NULL DEFAULT 0;
UPDATE message SET revision = version WHERE version > 0;
