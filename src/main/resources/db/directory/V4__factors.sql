-- How people prove who they are, what they let programs do, and what happened to their accounts.
ALTER TABLE session ADD COLUMN scope TEXT NOT NULL DEFAULT 'ADMIN';   -- what it may do
ALTER TABLE session ADD COLUMN address TEXT NOT NULL DEFAULT '';      -- whence it was used last, as far as known
ALTER TABLE session ADD COLUMN proved_at INTEGER NOT NULL DEFAULT 0;  -- when its person last proved who they are

CREATE TABLE security_event (
  id         BLOB PRIMARY KEY,             -- in the order of time (UUIDv7)
  account_id BLOB NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  kind       TEXT NOT NULL,
  detail     TEXT NOT NULL,                -- a name or a device, as the kind has it
  address    TEXT NOT NULL,
  at         INTEGER NOT NULL
);
CREATE INDEX security_event_account ON security_event (account_id, id);
CREATE INDEX security_event_age ON security_event (at);

CREATE TABLE passkey (
  id              BLOB PRIMARY KEY,
  account_id      BLOB NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  credential_id   BLOB NOT NULL UNIQUE,    -- what the authenticator calls it
  name            TEXT NOT NULL,
  public_key      BLOB NOT NULL,           -- COSE
  attestation     BLOB NOT NULL,           -- the object with which it came
  transports      TEXT NOT NULL,           -- separated by commas
  backup_eligible INTEGER NOT NULL,
  backed_up       INTEGER NOT NULL,
  signature_count INTEGER NOT NULL,        -- one that goes back tells of a copy
  created_at      INTEGER NOT NULL,
  last_used_at    INTEGER NOT NULL
);
CREATE INDEX passkey_account ON passkey (account_id);

-- The app that shows a code for half a minute.
CREATE TABLE authenticator (
  account_id   BLOB PRIMARY KEY REFERENCES account (id) ON DELETE CASCADE,
  secret       TEXT NOT NULL,              -- sealed
  confirmed_at INTEGER,                    -- null until the first code has come
  last_step    INTEGER NOT NULL            -- of the last code that was taken: none is taken twice
);

CREATE TABLE recovery_code (
  code_hash  BLOB PRIMARY KEY,             -- SHA-256; it is gone once it was used
  account_id BLOB NOT NULL REFERENCES account (id) ON DELETE CASCADE
);
CREATE INDEX recovery_code_account ON recovery_code (account_id);

CREATE TABLE password_reset (
  account_id BLOB PRIMARY KEY REFERENCES account (id) ON DELETE CASCADE,
  token_hash BLOB NOT NULL UNIQUE,         -- SHA-256 of what the link carries
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
);
