-- What people tell of themselves, and where else they are to be found.
CREATE TABLE profile (
  account_id BLOB PRIMARY KEY REFERENCES account (id) ON DELETE CASCADE,
  about      TEXT NOT NULL
);

CREATE TABLE profile_link (
  id         BLOB PRIMARY KEY,
  account_id BLOB NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  address    TEXT NOT NULL,
  visibility TEXT NOT NULL,
  added_at   INTEGER NOT NULL,
  proved_at  INTEGER,                       -- when its page linked back for the last time; null: it does not
  checked_at INTEGER,                       -- when it was looked at for the last time
  UNIQUE (account_id, address)
);
CREATE INDEX profile_link_checked ON profile_link (checked_at) WHERE proved_at IS NOT NULL;

ALTER TABLE identity ADD COLUMN username TEXT; -- what its owner is called in addresses there; null until told
