-- What a group or a public chat is about.
ALTER TABLE chat ADD COLUMN topic TEXT NOT NULL DEFAULT '';

-- What a page says of itself that a message links to first: fetched once by the server, so that no reader's browser asks there.
CREATE TABLE preview (
  message_id  INTEGER PRIMARY KEY REFERENCES message (id) ON DELETE CASCADE,
  address     TEXT NOT NULL,
  site        TEXT NOT NULL,
  title       TEXT NOT NULL,
  description TEXT NOT NULL,
  removed     INTEGER NOT NULL             -- 1: the sender does not want it shown
);
