-- Accounts elsewhere by which people sign in here.
ALTER TABLE account ADD COLUMN dormant INTEGER NOT NULL DEFAULT 0;  -- 1: came with a restored space, not claimed yet
UPDATE account SET dormant = 1 WHERE password_hash = '';            -- from now on '' says no more than: no password

CREATE TABLE identity (
  id           BLOB PRIMARY KEY,
  account_id   BLOB NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  issuer       TEXT NOT NULL,
  subject      TEXT NOT NULL,              -- never reused by its issuer, unlike an e-mail
  label        TEXT NOT NULL,              -- what its owner is called there
  linked_at    INTEGER NOT NULL,
  last_used_at INTEGER NOT NULL,
  UNIQUE (issuer, subject)
);
CREATE INDEX identity_account ON identity (account_id);

-- By which provider a session was opened, for signing out there, too.
CREATE TABLE session_origin (
  session_id BLOB PRIMARY KEY REFERENCES session (id) ON DELETE CASCADE,
  provider   TEXT NOT NULL,
  id_token   TEXT NOT NULL                 -- sealed
);

-- What a program exchanges for a token once its person has come back from a provider.
CREATE TABLE exchange_code (
  id         BLOB PRIMARY KEY,
  account_id BLOB NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  code_hash  BLOB NOT NULL UNIQUE,         -- SHA-256 of the code; the code itself is nowhere
  challenge  TEXT NOT NULL,                -- S256 of RFC 7636
  expires_at INTEGER NOT NULL
);
