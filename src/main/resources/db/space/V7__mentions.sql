-- Whom a message names: written with it, so that whoever is named is found without reading any words.
CREATE TABLE mention (
  message_id INTEGER NOT NULL REFERENCES message (id) ON DELETE CASCADE,
  place      INTEGER NOT NULL,             -- 0, 1, 2 … in the order in which they are named
  account_id BLOB,                         -- null: everybody in the chat
  chat_id    BLOB NOT NULL REFERENCES chat (id) ON DELETE CASCADE,
  seq        INTEGER NOT NULL,
  PRIMARY KEY (message_id, place)
) WITHOUT ROWID;
CREATE INDEX mention_account ON mention (account_id, chat_id, seq);
CREATE INDEX mention_chat ON mention (chat_id);
