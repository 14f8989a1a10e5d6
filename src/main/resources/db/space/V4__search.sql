-- What is searched: the words of each message without case and accents, by three characters; written after the fact.
-- Only numbers are stored: the words themselves are read, and checked again, where they stand.
CREATE VIRTUAL TABLE search_text USING fts5(
  words, content = '', contentless_delete = 1, detail = none, tokenize = 'trigram case_sensitive 1');

-- How far the index follows the journal. While it is made anew it follows the messages instead, up to a line.
CREATE TABLE search_state (
  id       INTEGER PRIMARY KEY CHECK (id = 1),
  position INTEGER NOT NULL,
  until    INTEGER
);
INSERT INTO search_state (id, position) VALUES (1, 0);

CREATE INDEX message_sender ON message (sender_id);
CREATE INDEX message_link ON message (sender_id) WHERE instr(text, '://') > 0;
