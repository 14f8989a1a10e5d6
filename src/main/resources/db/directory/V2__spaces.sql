-- Spaces that people make: how far each has come, where its database is, and who belongs to it as what.
ALTER TABLE space ADD COLUMN state TEXT NOT NULL DEFAULT 'READY';
ALTER TABLE space ADD COLUMN reason TEXT;                          -- why it FAILED: a key of the bundles
ALTER TABLE space ADD COLUMN changed_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE space ADD COLUMN creator_id BLOB;
ALTER TABLE space ADD COLUMN request_key TEXT;                     -- repeating a request makes nothing new
ALTER TABLE space ADD COLUMN skeleton TEXT NOT NULL DEFAULT '';    -- the name as the eye sees it (UTS 39)
ALTER TABLE space ADD COLUMN look_alike INTEGER NOT NULL DEFAULT 0;
ALTER TABLE space ADD COLUMN wishes TEXT;                          -- what was asked for, until it is READY
ALTER TABLE space ADD COLUMN forgets INTEGER NOT NULL DEFAULT 0;   -- 1: it may have messages to delete for their age
ALTER TABLE space ADD COLUMN database_url TEXT;                    -- '': a file of its own; null: none yet
ALTER TABLE space ADD COLUMN database_token TEXT;                  -- sealed
ALTER TABLE space ADD COLUMN deleted_at INTEGER;
ALTER TABLE space ADD COLUMN deleted_by BLOB;
UPDATE space SET database_url = '', changed_at = created_at;
CREATE UNIQUE INDEX space_request ON space (creator_id, request_key) WHERE request_key IS NOT NULL;
CREATE INDEX space_skeleton ON space (skeleton);
CREATE INDEX space_unfinished ON space (state) WHERE state IN ('REQUESTED', 'PROVISIONING', 'DELETING');

ALTER TABLE space_member ADD COLUMN role TEXT NOT NULL DEFAULT 'MEMBER';
ALTER TABLE space_member ADD COLUMN invite_id BLOB;                -- by which they came, if by one
CREATE INDEX space_member_space ON space_member (space_id);
-- Whoever came first looks after the home space.
UPDATE space_member SET role = 'OWNER' WHERE (joined_at, account_id, space_id) = (
  SELECT m.joined_at, m.account_id, m.space_id FROM space_member m JOIN space s ON s.id = m.space_id
  WHERE s.home = 1 ORDER BY m.joined_at, m.account_id LIMIT 1);

-- Who no longer belongs to a space, but is not yet out of its chats.
CREATE TABLE space_departure (
  space_id   BLOB NOT NULL REFERENCES space (id) ON DELETE CASCADE,
  account_id BLOB NOT NULL,
  PRIMARY KEY (space_id, account_id)
) WITHOUT ROWID;

CREATE TABLE space_invite (
  id         BLOB PRIMARY KEY,
  space_id   BLOB NOT NULL REFERENCES space (id) ON DELETE CASCADE,
  token_hash BLOB NOT NULL UNIQUE,         -- SHA-256 of the token; the token itself is nowhere
  role       TEXT NOT NULL,
  chat_id    BLOB,                         -- where it leads
  max_uses   INTEGER,
  uses       INTEGER NOT NULL,
  created_by BLOB NOT NULL,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  revoked_at INTEGER
);
CREATE INDEX space_invite_space ON space_invite (space_id);

-- How somebody takes over an account that came with a restored space and has no password yet.
CREATE TABLE account_claim (
  account_id BLOB PRIMARY KEY REFERENCES account (id) ON DELETE CASCADE,
  token_hash BLOB NOT NULL UNIQUE,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
);

-- Who was removed: no earlier invite, and no open door, leads them back.
CREATE TABLE space_removal (
  space_id   BLOB NOT NULL REFERENCES space (id) ON DELETE CASCADE,
  account_id BLOB NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  removed_at INTEGER NOT NULL,
  removed_by BLOB NOT NULL,
  PRIMARY KEY (space_id, account_id)
) WITHOUT ROWID;
