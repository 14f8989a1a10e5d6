-- What is pinned in a chat, and by whom.
CREATE TABLE pin (
  message_id INTEGER PRIMARY KEY REFERENCES message (id) ON DELETE CASCADE,
  chat_id    BLOB NOT NULL REFERENCES chat (id) ON DELETE CASCADE,
  account_id BLOB NOT NULL,
  pinned_at  INTEGER NOT NULL
);
CREATE INDEX pin_chat ON pin (chat_id, pinned_at);

-- What somebody keeps for themselves; whether they may still read it is asked of the message.
CREATE TABLE saved (
  account_id BLOB NOT NULL,
  message_id INTEGER NOT NULL REFERENCES message (id) ON DELETE CASCADE,
  saved_at   INTEGER NOT NULL,
  PRIMARY KEY (account_id, message_id)
) WITHOUT ROWID;
CREATE INDEX saved_message ON saved (message_id);

-- What a message said before it was edited.
CREATE TABLE message_version (
  message_id INTEGER NOT NULL REFERENCES message (id) ON DELETE CASCADE,
  version    INTEGER NOT NULL,
  text       TEXT NOT NULL,
  written_at INTEGER NOT NULL,
  PRIMARY KEY (message_id, version)
) WITHOUT ROWID;
