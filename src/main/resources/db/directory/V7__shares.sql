-- What is shown to people outside: whoever has the address reads the messages as they are at that moment.
CREATE TABLE share (
  id         BLOB PRIMARY KEY,
  token_hash BLOB NOT NULL UNIQUE,         -- SHA-256 of the token; the token itself is nowhere
  account_id BLOB NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  space_id   BLOB NOT NULL REFERENCES space (id) ON DELETE CASCADE,
  chat_id    BLOB NOT NULL,
  first_seq  INTEGER NOT NULL,
  last_seq   INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
);
CREATE INDEX share_account ON share (account_id);
CREATE INDEX share_expiry ON share (expires_at);

-- Whose words a share shows, where they are asked first.
CREATE TABLE share_consent (
  share_id   BLOB NOT NULL REFERENCES share (id) ON DELETE CASCADE,
  account_id BLOB NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  agreed_at  INTEGER,                      -- null: not answered yet
  PRIMARY KEY (share_id, account_id)
) WITHOUT ROWID;
CREATE INDEX share_consent_account ON share_consent (account_id);
