-- The directory: who people are and which spaces exist. Identifiers are 16-byte UUIDs, times epoch milliseconds.
CREATE TABLE account (
  id            BLOB PRIMARY KEY,
  username      TEXT NOT NULL,
  skeleton      TEXT NOT NULL UNIQUE,      -- the username as the eye sees it (UTS 39): look-alikes collide
  name          TEXT NOT NULL,
  email         TEXT,                      -- normalised; not unique, see decision 006
  password_hash TEXT NOT NULL,
  language      TEXT NOT NULL,
  theme         TEXT NOT NULL,
  created_at    INTEGER NOT NULL,
  version       INTEGER NOT NULL
);
CREATE INDEX account_email ON account (email) WHERE email IS NOT NULL;
CREATE INDEX account_username ON account (username COLLATE NOCASE);
CREATE INDEX account_name ON account (name COLLATE NOCASE);

CREATE TABLE session (
  id           BLOB PRIMARY KEY,
  account_id   BLOB NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  kind         TEXT NOT NULL,
  token_hash   BLOB NOT NULL UNIQUE,       -- SHA-256 of the token; the token itself is nowhere
  label        TEXT NOT NULL,
  created_at   INTEGER NOT NULL,
  last_used_at INTEGER NOT NULL,
  expires_at   INTEGER NOT NULL
);
CREATE INDEX session_account ON session (account_id);
CREATE INDEX session_expiry ON session (expires_at);

CREATE TABLE space (
  id           BLOB PRIMARY KEY,
  slug         TEXT NOT NULL UNIQUE,
  name         TEXT NOT NULL,
  color        TEXT NOT NULL,
  home         INTEGER NOT NULL,           -- 1 for the space everybody belongs to
  created_at   INTEGER NOT NULL
);
CREATE UNIQUE INDEX space_home ON space (home) WHERE home = 1;

CREATE TABLE space_member (
  space_id   BLOB NOT NULL REFERENCES space (id) ON DELETE CASCADE,
  account_id BLOB NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  joined_at  INTEGER NOT NULL,
  PRIMARY KEY (account_id, space_id)
) WITHOUT ROWID;
