-- What people sent besides words: what it is. The bytes themselves are kept elsewhere, by their SHA-256.
CREATE TABLE media (
  id              BLOB PRIMARY KEY,
  uploader_id     BLOB NOT NULL,
  content         TEXT NOT NULL,           -- the SHA-256, in hexadecimal
  name            TEXT NOT NULL,
  type            TEXT NOT NULL,           -- as sniffed, not as told
  size            INTEGER NOT NULL,
  kind            TEXT NOT NULL,
  width           INTEGER,
  height          INTEGER,
  blur            TEXT,
  duration_millis INTEGER,
  waveform        TEXT,
  alt             TEXT NOT NULL,
  uploaded_at     INTEGER NOT NULL
);
CREATE INDEX media_content ON media (content);
CREATE INDEX media_uploader ON media (uploader_id, uploaded_at);

-- Which message holds what. The chat stands here, too: whoever may see it may have what is in it.
CREATE TABLE attachment (
  message_id INTEGER NOT NULL REFERENCES message (id) ON DELETE CASCADE,
  place      INTEGER NOT NULL,             -- 0, 1, 2 … in the order of the message
  media_id   BLOB NOT NULL REFERENCES media (id),
  chat_id    BLOB NOT NULL REFERENCES chat (id) ON DELETE CASCADE,
  seq        INTEGER NOT NULL,
  kind       TEXT NOT NULL,
  PRIMARY KEY (message_id, place)
) WITHOUT ROWID;
CREATE INDEX attachment_media ON attachment (media_id, chat_id);
CREATE INDEX attachment_chat ON attachment (chat_id, message_id);
