-- A space: its chats, who is in them, what was said, and the journal of every change.
-- Identifiers are 16-byte UUIDs but for messages; times are epoch milliseconds.
CREATE TABLE chat (
  id           BLOB PRIMARY KEY,
  kind         TEXT NOT NULL,
  name         TEXT,
  pair         TEXT UNIQUE,                -- private chats: both accounts, sorted: a pair has one chat
  creator_id   BLOB,
  request_key  TEXT,                       -- what the creator's client called its request: repeating it makes nothing new
  standard     INTEGER NOT NULL,           -- 1: whoever enters the space joins it
  last_seq     INTEGER NOT NULL,
  last_at      INTEGER NOT NULL,
  created_at   INTEGER NOT NULL,
  version      INTEGER NOT NULL,
  UNIQUE (creator_id, request_key)
);
CREATE INDEX chat_public ON chat (kind) WHERE kind = 'PUBLIC';

CREATE TABLE membership (
  chat_id    BLOB NOT NULL REFERENCES chat (id) ON DELETE CASCADE,
  account_id BLOB NOT NULL,
  role       TEXT NOT NULL,
  joined_at  INTEGER NOT NULL,
  read_seq   INTEGER NOT NULL,
  hidden_seq INTEGER NOT NULL,             -- hidden from the list while no message is newer
  muted      INTEGER NOT NULL,
  PRIMARY KEY (chat_id, account_id)
) WITHOUT ROWID;
CREATE INDEX membership_account ON membership (account_id);

CREATE TABLE message (
  id         INTEGER PRIMARY KEY,          -- the journal position of its sending
  chat_id    BLOB NOT NULL REFERENCES chat (id) ON DELETE CASCADE,
  seq        INTEGER NOT NULL,             -- 1, 2, 3 … in its chat, without a gap: the only order
  sender_id  BLOB NOT NULL,
  client_id  TEXT NOT NULL,                -- made by the sender's device: a repeated send is the same message
  kind       TEXT NOT NULL,
  subject_id BLOB,
  text       TEXT NOT NULL,
  sent_at    INTEGER NOT NULL,
  edited_at  INTEGER,
  deleted_at INTEGER,
  version    INTEGER NOT NULL,
  UNIQUE (chat_id, seq),
  UNIQUE (chat_id, sender_id, client_id)
);

CREATE TABLE journal (
  position   INTEGER PRIMARY KEY,
  kind       TEXT NOT NULL,
  chat_id    BLOB NOT NULL,
  message_id INTEGER,
  account_id BLOB,
  at         INTEGER NOT NULL
);
